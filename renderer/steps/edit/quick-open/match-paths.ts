/** A path that fits what was typed, with the places of the letters that did. */
export interface PathMatch {
  path: string;
  places: number[];
}

const MOST = 50;

/** The paths that hold the letters typed in their order, the likeliest first: names before folders, words' beginnings
 * and neighboring letters before scattered ones. */
export function matchPaths(paths: readonly string[], typed: string): PathMatch[] {
  const wanted = typed.toLowerCase().replace(/\s+/g, '');
  return paths
    .flatMap((path) => {
      const places = placesOf(path, wanted);
      return places === undefined ? [] : [{ path, places, score: score(path, places) }];
    })
    .sort((a, b) => b.score - a.score || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
    .slice(0, MOST)
    .map(({ path, places }) => ({ path, places }));
}

/** Looks in the file's name first, then in the whole path. */
function placesOf(path: string, wanted: string): number[] | undefined {
  const name = path.lastIndexOf('/') + 1;
  return findFrom(path.toLowerCase(), wanted, name) ?? findFrom(path.toLowerCase(), wanted, 0);
}

function findFrom(path: string, wanted: string, from: number): number[] | undefined {
  const together = wanted === '' ? -1 : path.indexOf(wanted, from);
  if (together >= 0) return Array.from(wanted, (_letter, index) => together + index);
  const places: number[] = [];
  let at = from;
  for (const letter of wanted) {
    at = path.indexOf(letter, at);
    if (at < 0) return undefined;
    places.push(at);
    at += 1;
  }
  return places;
}

function score(path: string, places: readonly number[]): number {
  const name = path.lastIndexOf('/') + 1;
  let sum = 0;
  for (const [index, place] of places.entries()) {
    if (place >= name) sum += 2;
    if (place === name) sum += 8;
    if (place > 0 && /[/._-]/.test(path[place - 1] ?? '')) sum += 3;
    if (places[index - 1] === place - 1) sum += 4;
  }
  return sum;
}
