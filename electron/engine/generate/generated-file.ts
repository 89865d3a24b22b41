/** A file that is generated as text; its path is the key of the map that holds it. */
export interface GeneratedFile {
  content: string;
  executable: boolean;
}

/** A plain text file, ending with exactly one line feed. */
export function textFile(content: string): GeneratedFile {
  return { content: endWithLineFeed(content), executable: false };
}

/** A script; Git and the file system mark it executable. */
export function scriptFile(content: string): GeneratedFile {
  return { content: endWithLineFeed(content), executable: true };
}

function endWithLineFeed(content: string): string {
  return `${content.replace(/\n+$/, '')}\n`;
}
