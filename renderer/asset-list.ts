/** Beside the built page: the names of all files that it may load. */
export const assetList = './assets.json';
