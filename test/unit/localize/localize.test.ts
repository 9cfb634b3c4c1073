import { expect } from 'chai';
import { loadLanguage, localizerFor } from '../../../src/localize/languages.js';

describe('languages', () => {
  it('speaks English at once', () => {
    expect(loadLanguage('en')).to.equal(undefined);
    expect(localizerFor('en').say('By')).to.equal('By');
    expect(localizerFor('en').locale).to.equal('en');
  });

  it('speaks English until Spanish has arrived, then Spanish', async () => {
    expect(localizerFor('es-419').say('Try again')).to.equal('Try again');
    await loadLanguage('es-419');
    expect(localizerFor('es-419').say('Try again')).to.equal('Intentarlo de nuevo');
    expect(localizerFor('es-419').locale).to.equal('es-419');
    expect(loadLanguage('es-419')).to.equal(undefined);
  });

  it('asks once for a language that is on its way', async () => {
    const loading = loadLanguage('es-CO');
    expect(loadLanguage('es-CO')).to.equal(loading);
    await loading;
  });

  it('spells the tag as Intl does', async () => {
    await loadLanguage('ES-mx');
    expect(localizerFor('es-MX').locale).to.equal('es-MX');
    expect(localizerFor('es-MX').say('By')).to.equal('Por');
  });

  it('speaks English, dates included, where it has no words', () => {
    for (const tag of [
      'de',
      'ar',
      'x-private',
      '',
      ' ',
      'not a tag',
      'en_US',
      '__proto__',
      'constructor',
      'toString',
    ]) {
      expect(loadLanguage(tag), tag).to.equal(undefined);
      const localizer = localizerFor(tag);
      expect(localizer.locale, tag).to.equal('en');
      expect(localizer.day('2025-06-24'), tag).to.equal('June 24, 2025');
    }
  });

  it('survives a page that invents tags', async () => {
    for (let index = 0; index < 200; index++) await loadLanguage(`es-x-a${index}`);
    await loadLanguage('es');
    expect(localizerFor('es').say('By')).to.equal('Por');
    expect(localizerFor('en').say('By')).to.equal('By');
  });
});

describe('localizer', () => {
  it('puts values into phrases', async () => {
    await loadLanguage('es');
    expect(localizerFor('en').say('Read it on {site}', { site: 'Harbor & Pine' })).to.equal('Read it on Harbor & Pine');
    expect(localizerFor('es').say('Read it on {site}', { site: '$& $1 {site}' })).to.equal('Leerlo en $& $1 {site}');
    expect(localizerFor('en').say('Read it on {site}')).to.equal('Read it on {site}');
  });

  it('names the publisher’s day, wherever the visitor is', async () => {
    await loadLanguage('es');
    for (const iso of [
      '2025-06-24T23:30:00-07:00',
      '2025-06-24T00:10:00+14:00',
      '2025-06-24',
      '2025-06-24T12:00:00Z',
    ]) {
      expect(localizerFor('en').day(iso), iso).to.equal('June 24, 2025');
      expect(localizerFor('es').day(iso), iso).to.equal('24 de junio de 2025');
    }
  });

  it('writes dates as the region does', () => {
    void loadLanguage('en-GB');
    expect(localizerFor('en-GB').day('2025-06-24')).to.equal('24 June 2025');
  });

  it('has no words for what is no date', () => {
    for (const iso of ['', 'soon', '2025-13-45', '0000-00-00T00:00:00'])
      expect(localizerFor('en').day(iso), iso).to.equal('');
  });

  it('lists', async () => {
    await loadLanguage('es');
    expect(localizerFor('en').list(['A'])).to.equal('A');
    expect(localizerFor('en').list(['A', 'B', 'C'])).to.equal('A, B, and C');
    expect(localizerFor('es').list(['A', 'B', 'C'])).to.equal('A, B y C');
    expect(localizerFor('en').list([])).to.equal('');
  });
});
