/** What kind of thing letters after a name stand for. A qualification is neither a license nor a certification. */
export type CredentialKind = 'degree' | 'license' | 'certification' | 'fellowship' | 'qualification' | 'designation';

/** Each kind in English: a phrase of `localize/`. */
export const KINDS = {
  degree: 'Degree',
  license: 'License',
  certification: 'Certification',
  fellowship: 'Fellowship',
  qualification: 'Qualification',
  designation: 'Designation',
} as const satisfies Readonly<Record<CredentialKind, string>>;

/** What letters after a name stand for. */
export interface Credential {
  /** English, as its issuer calls it. */
  readonly expansion: string;
  readonly kind: CredentialKind;
  /** US states that give this, where it is not common to most; `…` where the list is not complete. */
  readonly jurisdiction?: string;
}

/**
 * Letters that US behavioral health professionals write after their names: `letters=expansion@jurisdiction`, by kind.
 * Last held against their sources (stored pages, not live ones) on 2026-11-24; to be checked again with every release.
 *
 * Left out on purpose, because nothing here may be a guess: letters that stand for more than one thing (ACS, CAP, CCS,
 * CDCA, CPS, LAC, LCDC, MAC, NCC, SAP), those that have no official form (EMDR-C), and those of which no page was found
 * (ICAADC). A site's owner explains those.
 *
 * Sources. Issuers, boards and regulators: naadac.org (credential FAQs, "NCC AP opens up new testing requirements"),
 * doh.wa.gov (LMHC, LICSW, LMFT, SUDP, SUDPT), caccf.ca/icadc, ricertboard.org (AADC), adacbga.org (CAADC, CADC-II),
 * mabpcb.com and decertboard.org (CPRS, CCDP), flcertificationboard.org (CRPS), copelandcenter.com (NY peer credentials),
 * evergreencertifications.com and traumapro.net (CCTP, CTP), asam.org (FASAM), mcboard.org (CCDP), board of North Carolina
 * (LCAS, procedures manual), virginiaemployeewellness.com (CSAC), sapdotservices.com (SAE). Lists: firststep.wpsu.org and
 * healthinfosource.com (degrees, licenses), quilltherapynotes.com, counselingdegreeguide.org (by state),
 * vs.centracare.com (DNP), humanservicesedu.org (LICDC), marriagecounselingtherapynetwork.com (ACSW), a public data set of
 * US therapist credentials (LPC-S, LMHP, LISW, LBSW, LADC and others). Read on 2026-11-24: cce-global.org (BC-TMH),
 * cnetnurse.com for the Addictions Nursing Certification Board (CARN, CARN-AP), the application form of iaedp (CEDS),
 * agpa.org (CGP), naadac.org/ncaac (NCAAC), thestonefoundation.com and socialworklicensure.org (LCSW-C), onlinemswdegrees.org
 * (DSW), nccpa.net (PA-C), iitap.com (CSAT).
 */
const LETTERS: Readonly<Record<CredentialKind, string>> = {
  degree:
    'MS=Master of Science|MA=Master of Arts|MEd=Master of Education|EdS=Education Specialist|EdD=Doctor of Education|MSW=Master of Social Work|MSSW=Master of Science in Social Work|MDiv=Master of Divinity|PhD=Doctor of Philosophy|PsyD=Doctor of Psychology|MD=Doctor of Medicine|DO=Doctor of Osteopathic Medicine|BSN=Bachelor of Science in Nursing|DNP=Doctor of Nursing Practice|DSW=Doctor of Social Work',
  license:
    'LPC=Licensed Professional Counselor|LPC-S=Licensed Professional Counselor - Supervisor|LPC-A=Licensed Professional Counselor Associate|LPCC=Licensed Professional Clinical Counselor@CA, OH, MN, NM …|LCPC=Licensed Clinical Professional Counselor@IL, MD, ID, KS, ME, MT …|LMHC=Licensed Mental Health Counselor@WA, FL, NY, MA, IN, IA …|LCMHC=Licensed Clinical Mental Health Counselor@NC, UT, NH, VT …|LMHP=Licensed Mental Health Practitioner@NE|APCC=Associate Professional Clinical Counselor@CA|LCSW=Licensed Clinical Social Worker|LICSW=Licensed Independent Clinical Social Worker@WA, MA, MN, DC …|LISW=Licensed Independent Social Worker@OH, IA, SC …|LCSW-C=Licensed Certified Social Worker - Clinical@MD|LMSW=Licensed Master Social Worker|LSW=Licensed Social Worker|LBSW=Licensed Bachelor Social Worker|LMFT=Licensed Marriage and Family Therapist|AMFT=Associate Marriage and Family Therapist@CA, GA …|LAMFT=Licensed Associate Marriage and Family Therapist@AZ, MN, NJ …|LP=Licensed Psychologist|RN=Registered Nurse|LPN=Licensed Practical Nurse|APRN=Advanced Practice Registered Nurse|NP=Nurse Practitioner|LICDC=Licensed Independent Chemical Dependency Counselor@OH|LADC=Licensed Alcohol and Drug Counselor@MN, NV, CT, MA, OK, NE, TN …|LCADC=Licensed Clinical Alcohol and Drug Counselor@NJ, NV, KY …|LISAC=Licensed Independent Substance Abuse Counselor@AZ|LASAC=Licensed Associate Substance Abuse Counselor@AZ|LCAS=Licensed Clinical Addictions Specialist@NC|OTR/L=Occupational Therapist, Registered/Licensed',
  certification:
    'PMHNP-BC=Psychiatric-Mental Health Nurse Practitioner, Board Certified|CARN-AP=Certified Addictions Registered Nurse - Advanced Practice|CARN=Certified Addictions Registered Nurse|PA-C=Physician Assistant (Associate), Certified|ADC=Alcohol and Drug Counselor|AADC=Advanced Alcohol and Drug Counselor|ICADC=Internationally Certified Alcohol and Drug Counselor|CADC=Certified Alcohol and Drug Counselor|CADC-II=Certified Alcohol and Drug Counselor II|CAADC=Certified Advanced Alcohol and Drug Counselor@PA, GA …|CCDP=Certified Co-occurring Disorders Professional|CIP=Certified Intervention Professional|NCAC I=National Certified Addiction Counselor, Level I|NCAC II=National Certified Addiction Counselor, Level II|NCPRSS=National Certified Peer Recovery Support Specialist|NCAAC=National Certified Adolescent Addictions Counselor|CSAC=Certified Substance Abuse Counselor@VA, WI, HI …|CASAC=Credentialed Alcoholism and Substance Abuse Counselor@NY|CAC=Certified Addiction Counselor|SUDP=Substance Use Disorder Professional@WA|SUDPT=Substance Use Disorder Professional Trainee@WA|CPRS=Certified Peer Recovery Specialist|CRPS=Certified Recovery Peer Specialist@FL|CARC=Certified Addiction Recovery Coach@NY|CRPA=Certified Recovery Peer Advocate@NY|CPSS=Certified Peer Support Specialist|CCMHC=Certified Clinical Mental Health Counselor|BC-TMH=Board Certified-TeleMental Health Provider|CRC=Certified Rehabilitation Counselor|CEAP=Certified Employee Assistance Professional|CCTP=Certified Clinical Trauma Professional|CCTP-II=Certified Clinical Trauma Professional, Level II|CTP=Certified Trauma Professional|CEDS=Certified Eating Disorders Specialist|CSAT=Certified Sex Addiction Therapist|CGP=Certified Group Psychotherapist|ACSW=Academy of Certified Social Workers|BCD=Board Certified Diplomate in Clinical Social Work|BCBA=Board Certified Behavior Analyst|BCaBA=Board Certified Assistant Behavior Analyst|RBT=Registered Behavior Technician|ATR-BC=Registered Art Therapist - Board Certified|MT-BC=Music Therapist - Board Certified|BC-DMT=Board Certified Dance/Movement Therapist|CTRS=Certified Therapeutic Recreation Specialist',
  fellowship: 'FASAM=Fellow of the American Society of Addiction Medicine',
  qualification: 'SAE=Substance Abuse Expert',
  designation: 'QMHP=Qualified Mental Health Professional',
};

/** By letters, as they are written most. */
export const credentials: ReadonlyMap<string, Credential> = new Map(
  Object.entries(LETTERS).flatMap(([kind, list]) =>
    list.split('|').map((entry): [string, Credential] => {
      const [, letters = '', expansion = '', jurisdiction] = /^([^=]+)=([^@]+)@?(.+)?$/.exec(entry) ?? [];
      return [letters, { expansion, kind: kind as CredentialKind, ...(jurisdiction ? { jurisdiction } : {}) }];
    }),
  ),
);

/** Letters without what writers add or leave out at will: full stops, a trademark sign, blanks around them. */
export const plainLetters = (letters: string): string => letters.replace(/\.\s*|®/g, '').trim();

/**
 * What the letters stand for, or `undefined` where that is not known or not one thing only. Capitals count (`MAc` is not
 * `MAC`); full stops and a trademark sign do not (`Ph.D.` is `PhD`), nor does a blank in place of a hyphen.
 */
export const credentialOf = (letters: string): Credential | undefined => {
  const plain = plainLetters(letters);
  return credentials.get(plain) ?? credentials.get(plain.replace(' ', '-')) ?? credentials.get(plain.replace('-', ' '));
};
