import { looks, pictureName } from './looks.ts';
import { type Scene, sizesOf } from './scene.ts';

/** A page with all pictures beside one another: a row a scene, a column a look. */
export function indexPage(scenes: readonly Scene[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screens of Slipway</title>
<style>
  body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; color: #1c2329; }
  section { margin: 32px 0; }
  div { display: grid; grid-template-columns: repeat(${looks.length}, minmax(0, 1fr)); gap: 12px; }
  img { display: block; width: 100%; max-height: 480px; object-fit: cover; object-position: top; border: 1px solid #ccd3da; }
  nav a { margin-right: 12px; }
</style>
<h1>Screens of Slipway</h1>
<nav>${scenes.map(({ name }) => `<a href="#${name}">${name}</a>`).join('\n')}</nav>
${scenes.map(section).join('\n')}
</html>
`;
}

function section(scene: Scene): string {
  const rows = sizesOf(scene).map(({ width }) => row(scene.name, width));
  return `<section id="${scene.name}"><h2>${scene.name}</h2>\n${rows.join('\n')}\n</section>`;
}

function row(scene: string, width: number): string {
  const pictures = looks.map((look) => {
    const file = pictureName(scene, look, width);
    return `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`;
  });
  return `<div>${pictures.join('\n')}</div>`;
}
