// The HTML report in a browser: node --test, with REPORTS (files, separated by ':') and SCREENSHOTS (a folder).
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const levels = ['breaking', 'risky', 'safe'];
const reports = process.env.REPORTS.split(':');
const screenshots = process.env.SCREENSHOTS;
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});
after(() => browser.close());

// A page, and all that it asks for beside itself, says or complains about.
async function open(report, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const noise = [];
  page.on('request', request => request.url() === 'file://' + report || noise.push('request ' + request.url()));
  page.on('dialog', dialog => { noise.push('dialog ' + dialog.message()); return dialog.dismiss(); });
  page.on('pageerror', error => noise.push('error ' + error.message));
  page.on('console', message => noise.push('console ' + message.text()));
  await page.goto('file://' + report);
  return { page, noise };
}

const shown = (page, selector) => page.locator(selector).filter({ visible: true }).count();

for (const report of reports) {
  const name = path.basename(report, '.html');

  test(name + ': the filters hide and show what they say', async () => {
    const { page, noise } = await open(report);
    const total = {};
    for (const level of levels) {
      total[level] = await page.locator('article.change.' + level).count();
      assert.equal(await page.locator('.tile.' + level + ' b').innerText(), String(total[level]));
      assert.equal(await shown(page, 'article.change.' + level), total[level], level);
    }
    assert.ok(total.breaking > 0 && total.safe > 0);

    for (const level of levels) {
      await page.locator('label.tile.' + level).click();
      for (const other of levels) {
        assert.equal(await shown(page, 'article.change.' + other), other === level ? 0 : total[other], level + ' is off: ' + other);
      }
      assert.equal(await shown(page, '.row.' + level), 0);
      assert.equal(await page.locator('section.group').evaluateAll(groups => groups
        .filter(group => group.checkVisibility() && ![...group.querySelectorAll('article')].some(one => one.checkVisibility())).length), 0, 'empty groups');
      assert.equal(await shown(page, '.callers'), level === 'breaking' ? 0 : await page.locator('.callers').count());
      await page.locator('label.tile.' + level).click();
      assert.equal(await shown(page, 'article.change'), total.breaking + total.risky + total.safe);
    }

    for (const level of levels) {
      await page.locator('label.tile.' + level).click();
    }
    assert.equal(await shown(page, 'article.change'), 0);
    assert.equal(await shown(page, '.nothing'), 1);
    await page.screenshot({ path: path.join(screenshots, name + '-nothing.png') });
    assert.deepEqual(noise, []);
  });

  test(name + ': the keyboard reaches the filters', async () => {
    const { page } = await open(report);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await shown(page, 'article.change.breaking'), 0);
    await page.keyboard.press('Space');
    assert.ok(await shown(page, 'article.change.breaking') > 0);
  });

  test(name + ': nothing is loaded, run or told', async () => {
    const { page, noise } = await open(report);
    await page.mouse.move(600, 400);
    for (const heading of await page.locator('h2, h3, code, a').all()) {
      await heading.hover({ force: true, timeout: 2000 }).catch(() => { });
    }
    assert.deepEqual(noise, []);
    assert.equal(await page.locator('script, img, iframe, object, embed, link, form').count(), 0);
    const links = await page.locator('a').evaluateAll(all => all.map(one => one.getAttribute('href')));
    assert.ok(links.length > 0);
    for (const link of links) {
      assert.match(link, /^(#d\d+g\d+|\.\/[^:]*#L\d+|file:\/\/\/[^:]*#L\d+|https:\/\/github\.com\/dari-generator\/dari-generator\/blob\/main\/docs\/rules\.md(#[a-z0-9-]+)?)$/);
    }
  });

  test(name + ': it reads the same without scripts', async () => {
    const { page } = await open(report, { javaScriptEnabled: false });
    await page.locator('label.tile.safe').click();
    await page.screenshot({ path: path.join(screenshots, name + '-no-script.png') });
    assert.match(await page.content(), /changes: \d+, breaking: \d+, risky: \d+, safe: \d+/);
  });

  for (const [look, options, media] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { viewport: { width: 390, height: 844 } }],
    ['print', { colorScheme: 'dark', viewport: { width: 794, height: 1123 } }, 'print'],
  ]) {
    test(name + ': ' + look, async () => {
      const { page, noise } = await open(report, options);
      await page.emulateMedia({ media: media ?? 'screen' });
      const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(width[0] <= width[1], 'the page scrolls sideways: ' + width);

      // Text must stand out from what is behind it, as WCAG AA asks for.
      const weak = await page.locator('h1, h2, h3, p, td, code, label, .level, b, a, .line > span, .line > i').evaluateAll(all => {
        const parse = color => (color.match(/[\d.]+/g) ?? []).map(Number);
        const channel = value => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        const behind = one => {
          for (let at = one; at; at = at.parentElement) {
            const color = parse(getComputedStyle(at).backgroundColor);
            if (color.length === 3 || color[3] > 0.99) return color;
          }
          return [255, 255, 255];
        };
        return all.filter(one => one.checkVisibility() && one.innerText.trim()).map(one => {
          const [a, b] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
          return [((a + 0.05) / (b + 0.05)).toFixed(2), one.tagName, one.className, one.innerText.slice(0, 40)];
        }).filter(([ratio]) => Number(ratio) < 4.5);
      });
      assert.deepEqual(weak, []);
      await page.screenshot({ path: path.join(screenshots, name + '-' + look + '.png'), fullPage: true });
      if (media === 'print') {
        await page.pdf({ path: path.join(screenshots, name + '.pdf'), format: 'A4', printBackground: false });
      }
      assert.deepEqual(noise, []);
    });
  }
}
