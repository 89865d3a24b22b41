/** The instruction that made a layer, what the classic builder copied named by a few letters of its hash. */
export function layerTitle(createdBy: string): string {
  return createdBy.replace(/\b(file|dir|multi):([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1:$2…');
}
