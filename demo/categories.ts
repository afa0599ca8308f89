export type DemoCategory = {
  key: string
  name: string
  /** The name in other languages, by BCP 47 tag. */
  names: Record<string, string>
  description: string
  slug: string
  /** The key of the category above it. */
  parent: string | null
}
export type DemoTag = { key: string; name: string; slug: string }

export const categories: DemoCategory[] = [
  {
    key: 'middle-east',
    name: 'Middle East',
    names: { ar: 'الشرق الأوسط', ru: 'Ближний Восток', fr: 'Moyen-Orient' },
    description: 'Politics and conflict from the eastern Mediterranean to the Gulf.',
    slug: 'middle-east',
    parent: null,
  },
  {
    key: 'syria',
    name: 'Syria',
    names: { ar: 'سوريا', ru: 'Сирия', fr: 'Syrie' },
    description: 'The war, those who live with it, and those who count what it does.',
    slug: 'syria',
    parent: 'middle-east',
  },
  {
    key: 'europe',
    name: 'Europe',
    names: { ar: 'أوروبا', ru: 'Европа', fr: 'Europe' },
    description: 'Parliaments, borders and the rivers between them.',
    slug: 'europe',
    parent: null,
  },
  {
    key: 'orlava',
    name: 'Orlava',
    names: { ar: 'أورلافا', ru: 'Орлава', fr: 'Orlava' },
    description: 'From Veshten and Port Sarn: government, opposition and the lower Torva.',
    slug: 'orlava',
    parent: 'europe',
  },
  {
    key: 'kesselia',
    name: 'Kesselia',
    names: { ar: 'كيسيليا', ru: 'Кесселия', fr: 'Kesselie' },
    description: 'From Harnau and the upper Torva.',
    slug: 'kesselia',
    parent: 'europe',
  },
  {
    key: 'press-freedom',
    name: 'Press freedom',
    names: { ar: 'حرية الصحافة', ru: 'Свобода прессы', fr: 'Liberté de la presse' },
    description: 'Laws, courts and money: what decides whether a newspaper can print.',
    slug: 'press-freedom',
    parent: null,
  },
  {
    key: 'work',
    name: 'Work and trade',
    names: { ar: 'العمل والتجارة', ru: 'Труд и торговля', fr: 'Travail et commerce' },
    description: 'Ports, wages, freight and the people who move it.',
    slug: 'work-and-trade',
    parent: null,
  },
  {
    key: 'data',
    name: 'Data and maps',
    names: { ar: 'بيانات وخرائط', ru: 'Данные и карты', fr: 'Données et cartes' },
    description: 'What the figures count, who counted, and what they cannot say.',
    slug: 'data-and-maps',
    parent: null,
  },
  {
    key: 'method',
    name: 'How we know',
    names: { ar: 'كيف نعرف', ru: 'Откуда мы знаем', fr: 'Comment nous savons' },
    description: 'Our methods, explained: verification, attribution, maps.',
    slug: 'how-we-know',
    parent: 'data',
  },
]

export const tags: DemoTag[] = [
  { key: 'northwest-syria', name: 'Northwest Syria', slug: 'northwest-syria' },
  { key: 'idlib', name: 'Idlib', slug: 'idlib' },
  { key: 'hama', name: 'Hama', slug: 'hama' },
  { key: 'displacement', name: 'Displacement', slug: 'displacement' },
  { key: 'health-care', name: 'Health care in war', slug: 'health-care-in-war' },
  { key: 'casualty-figures', name: 'Casualty figures', slug: 'casualty-figures' },
  { key: 'torva', name: 'The Torva', slug: 'torva' },
  { key: 'ulmen-dam', name: 'Ulmen dam', slug: 'ulmen-dam' },
  { key: 'press-law', name: 'Press law', slug: 'press-law' },
  { key: 'election-2020', name: 'Orlava election 2020', slug: 'orlava-election-2020' },
  { key: 'port-sarn', name: 'Port Sarn', slug: 'port-sarn' },
  { key: 'verification', name: 'Verification', slug: 'verification' },
  { key: 'maps', name: 'Maps', slug: 'maps' },
  { key: 'courts', name: 'Courts', slug: 'courts' },
]
