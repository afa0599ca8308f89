import type { ContributorKind, ContributorLink } from '../src/contributors/contributor.ts'

export type DemoContributor = {
  key: string
  kind: ContributorKind
  name: string
  slug: string
  biography: string
  /** A picture's key. */
  picture: string | null
  links: ContributorLink[]
  disclaimer: string
}

export const contributors: DemoContributor[] = [
  {
    key: 'aldous',
    kind: 'staff',
    name: 'Miriam Aldous',
    slug: 'miriam-aldous',
    biography:
      'Miriam Aldous edits The Sounding. She began as a court reporter and still reads the last page of a judgment first.',
    picture: 'portrait-aldous',
    links: [{ label: 'E-mail', href: 'mailto:aldous@thesounding.example' }],
    disclaimer: '',
  },
  {
    key: 'khatib',
    kind: 'staff',
    name: 'Nadia Khatib',
    slug: 'nadia-khatib',
    biography:
      'Nadia Khatib is Middle East editor. She works in Arabic and English, mostly by telephone, from our office.',
    picture: 'portrait-khatib',
    links: [{ label: 'E-mail', href: 'mailto:khatib@thesounding.example' }],
    disclaimer: '',
  },
  {
    key: 'reier',
    kind: 'staff',
    name: 'Tomas Reier',
    slug: 'tomas-reier',
    biography:
      'Tomas Reier reports from Veshten on the government and parliament of Orlava, and on the river when they quarrel over it.',
    picture: 'portrait-reier',
    links: [],
    disclaimer: '',
  },
  {
    key: 'brandvold',
    kind: 'staff',
    name: 'Ilse Brandvold',
    slug: 'ilse-brandvold',
    biography:
      'Ilse Brandvold is data and maps editor. She trained as a surveyor and keeps the register of everything we count.',
    picture: 'portrait-brandvold',
    links: [{ label: 'E-mail', href: 'mailto:brandvold@thesounding.example' }],
    disclaimer: '',
  },
  {
    key: 'sorina',
    kind: 'staff',
    name: 'Екатерина Сорина',
    slug: 'ekaterina-sorina',
    biography: 'Екатерина Сорина ведёт русскую страницу The Sounding и пишет о бассейне Торвы.',
    picture: 'portrait-sorina',
    links: [],
    disclaimer: '',
  },
  {
    key: 'haddad',
    kind: 'staff',
    name: 'سمير حدّاد',
    slug: 'samir-haddad',
    biography:
      'سمير حدّاد محرّر الصفحة العربية في The Sounding، ويعمل منذ سنوات في الترجمة الصحفية والتدقيق.',
    picture: 'portrait-haddad',
    links: [],
    disclaimer: '',
  },
  {
    key: 'petrak',
    kind: 'staff',
    name: 'Jonas Petrak',
    slug: 'jonas-petrak',
    biography:
      'Jonas Petrak draws for The Sounding. Before that he painted scenery for a provincial theatre.',
    picture: 'portrait-petrak',
    links: [],
    disclaimer: '',
  },
  {
    key: 'aske',
    kind: 'guest',
    name: 'Helen Aske',
    slug: 'helen-aske',
    biography:
      'Helen Aske taught the law of shared rivers for twenty years and now advises on treaties.',
    picture: 'portrait-aske',
    links: [],
    disclaimer:
      'Helen Aske advised the secretariat of the Torva Commission in 2011 and 2012. She was not paid by either government for this article, and the views in it are her own.',
  },
  {
    key: 'orve',
    kind: 'guest',
    name: 'Danil Orve',
    slug: 'danil-orve',
    biography: 'Danil Orve was a member of Orlava’s electoral commission from 2008 to 2016.',
    picture: 'portrait-orve',
    links: [],
    disclaimer: '',
  },
  {
    key: 'vasseur',
    kind: 'guest',
    name: 'Claire Vasseur',
    slug: 'claire-vasseur',
    biography:
      'Claire Vasseur, journaliste indépendante, parcourt les frontières de l’Est à vélo et en autocar.',
    picture: 'portrait-vasseur',
    links: [],
    disclaimer: '',
  },
  {
    key: 'tna',
    kind: 'agency',
    name: 'Torva News Agency',
    slug: 'torva-news-agency',
    biography:
      'The Torva News Agency is a cooperative of eleven newspapers in Orlava and Kesselia.',
    picture: null,
    links: [{ label: 'Torva News Agency', href: 'https://tna.example/' }],
    disclaimer: '',
  },
]
