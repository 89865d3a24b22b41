import { expect } from '@playwright/test';
import { test as base } from '../../app/fake-pages.ts';
import { axeFindings } from '../../screens/axe.ts';
import { looks } from '../../screens/looks.ts';
import { type PictureOptions, takePictures } from '../../screens/pictures.ts';
import { playScene } from '../../screens/play.ts';
import { scenes } from '../../screens/scenes.ts';

const test = base.extend<PictureOptions>({ pictures: [undefined, { option: true }] });

test.use({ contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true });

for (const look of looks) {
  for (const scene of scenes) {
    test(`axe finds nothing on ${scene.name}, ${look.theme} ${look.language}`, async ({
      page,
      fakePages,
      pictures,
    }) => {
      await playScene(page, fakePages, scene, look);
      expect.soft(await axeFindings(page, scene)).toEqual([]);
      if (pictures !== undefined) await takePictures(page, scene, look, pictures);
    });
  }
}
