/** An entry of the payload that is not a file of the server but follows from the plan. */
export interface Synthesised {
  path: string;
  type: 'file' | 'directory' | 'symlink';
  mode: number;
  uid: number;
  gid: number;
  content?: string;
  linkTarget?: string;
  reason: string;
}
