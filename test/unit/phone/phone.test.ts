import { expect } from 'chai';
import { parsePhone, smsUrl, telUrl } from '../../../src/phone/phone.js';

describe('parsePhone', () => {
  const dialled: [string, string | undefined, string][] = [
    ['+1 (555) 123-4567', undefined, 'tel:+15551234567'],
    ['+1.555.123.4567', undefined, 'tel:+15551234567'],
    ['tel:+15551234567', undefined, 'tel:+15551234567'],
    ['+44 (0)20 7946 0000', undefined, 'tel:+442079460000'],
    ['0044 20 7946 0000', undefined, 'tel:+442079460000'],
    ['+1‑555‑123‑4567', undefined, 'tel:+15551234567'],
    ['＋１ ５５５ １２３ ４５６７', undefined, 'tel:+15551234567'],
    ['(555) 123-4567', 'us', 'tel:+15551234567'],
    ['1-800-662-4357', 'US', 'tel:+18006624357'],
    ['1-800-662-HELP', 'us', 'tel:+18006624357'],
    ['1-800-662-HELP (4357)', 'us', 'tel:+18006624357'],
    ['1-800-NEW-LIFE (639-5433)', 'us', 'tel:+18006395433'],
    ['+1 512 555 0142 (24/7)', undefined, 'tel:+15125550142'],
    ['(512) 555-0142 24/7', 'us', 'tel:+15125550142'],
    ['+1 800 GET HELP', undefined, 'tel:+18004384357'],
    ['+1 800 4 A CHILD', undefined, 'tel:+18004224453'],
    ['1-800-RECOVERY', 'us', 'tel:+18007326837'],
    ['+1 800 RECOVERY', undefined, 'tel:+18007326837'],
    ['(800) RECOVERY', 'us', 'tel:+18007326837'],
    ['1-800-RECOVERYNOW', 'us', 'tel:+18007326837'],
    // only numbers of the North American plan have a length that is known
    ['+44 800 RECOVERY', undefined, 'tel:+4480073268379'],
    ['1-800-662-4357 (HELP)', 'us', 'tel:+18006624357'],
    ['+44 20 7946 0000 FAX', undefined, 'tel:+442079460000'],
    ['512-555-0142 OR 512-555-0143', 'us', 'tel:+15125550142'],
    ['1-866-600-SAFE', 'us', 'tel:+18666007233'],
    ['877-8-HOPENY', 'us', 'tel:+18778467369'],
    ['+61 1800 RESPECT', undefined, 'tel:+6118007377328'],
    ['+61 1300 22 HELP', undefined, 'tel:+611300224357'],
    ['13 YARN', undefined, 'tel:139276'],
    ['+49 (0)33205/46010', undefined, 'tel:+493320546010'],
    // as address books and search results copy it
    ['\u202a+1 512‑555‑0142\u202c', undefined, 'tel:+15125550142'],
    ['+1\u200b512\u00ad555\u20600142', undefined, 'tel:+15125550142'],
    ['988', 'us', 'tel:988'],
    ['116 123', undefined, 'tel:116123'],
    ['000', undefined, 'tel:000'],
    ['+1 555 123 4567 ext. 89', undefined, 'tel:+15551234567;ext=89'],
    ['+1 555 123 4567 x89', undefined, 'tel:+15551234567;ext=89'],
    ['+1 555 123 4567x89', undefined, 'tel:+15551234567;ext=89'],
    ['+1 555 123 4567, extension 89', undefined, 'tel:+15551234567;ext=89'],
    ['+1 555 123 4567 #89', undefined, 'tel:+15551234567;ext=89'],
    ['tel:+15551234567;ext=89', undefined, 'tel:+15551234567;ext=89'],
  ];
  for (const [written, country, url] of dialled) {
    it(`dials "${written}"${country ? ` in ${country}` : ''}`, () => {
      const phone = parsePhone(written, country);
      expect(telUrl(phone)).to.equal(url);
      expect(phone).to.not.have.property('detail');
    });
  }

  it('keeps what was written as the text to show', () => {
    expect(parsePhone('  1-800-662-HELP (4357) ', 'us').display).to.equal('1-800-662-HELP (4357)');
    expect(parsePhone('tel:+15551234567').display).to.equal('+15551234567');
  });

  it('dials a national number as it is, and tells the webmaster', () => {
    const phone = parsePhone('020 7946 0000');
    expect(telUrl(phone)).to.equal('tel:02079460000');
    expect(phone.detail).to.include('country code');
    expect(parsePhone('(555) 123-4567').detail).to.include('country code');
    expect(parsePhone('555-1234', 'us').detail).to.include('country code');
    // the digits in brackets say the letters once more
    expect(telUrl(parsePhone('1-800-662-HELP (4357)'))).to.equal('tel:18006624357');
    // no area code begins with 0 or 1
    expect(telUrl(parsePhone('055 512 3456', 'us'))).to.equal('tel:0555123456');
    expect(telUrl(parsePhone('1-800-662-4357 (HELP)'))).to.equal('tel:18006624357');
    expect(telUrl(parsePhone('011 44 20 7946 0000', 'us'))).to.equal('tel:011442079460000');
    expect(telUrl(parsePhone('030/1234567'))).to.equal('tel:0301234567');
  });

  for (const written of [
    '',
    'call us',
    '12',
    '+1 555 123 4567 or 555 9999',
    '+1555123456789012',
    '+1 512 555 0142 247',
    '+1 512-555-0142 / 0143',
    '+1 512 555 O142',
    '1-8OO-555-0142',
    '+1 512 555 014O',
    '555+1234567',
    '555-0142 TTY',
    '555-0142 OR 555-0143',
    '988 TTY',
    '988 TEXT',
    '911 OR 988',
    '741741 HOME',
    '988/911',
    '112 TTY',
    '211 / 911',
    '988 24-7',
    '555-0142 / 555-0143',
    '512-555-0142/43',
    '+44 20 7946 0000/1',
    '(512) 555-0142 5',
    '+1 555 0142',
    '1-555-0142',
    '512-555-014²',
    '<b>5551234</b>',
  ]) {
    it(`reports "${written}" and still shows it`, () => {
      const phone = parsePhone(written, 'us');
      expect(phone.display).to.equal(written);
      expect(telUrl(phone)).to.equal(undefined);
      expect(smsUrl(phone)).to.equal(undefined);
      expect(phone.detail).to.include('cannot be dialled');
    });
  }

  it('dials no two numbers as one, and no footnote, where the country is not known either', () => {
    for (const written of ['0555 0142 / 0555 0143', '020 7946 000/1', '020 7946 000¹', '741741 HOME'])
      expect(telUrl(parsePhone(written)), written).to.equal(undefined);
  });

  it('sends text messages to the number without extension', () => {
    expect(smsUrl(parsePhone('+1 555 123 4567 x89'))).to.equal('sms:+15551234567');
    expect(smsUrl(parsePhone('988'))).to.equal('sms:988');
  });
});
