/** One picture of the icon: a square PNG. */
export interface Picture {
  size: number;
  png: Buffer;
}
