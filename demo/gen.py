import os,re
A=sorted(f[:-3] for f in os.listdir('articles'))
def camel(s):
    c=re.sub(r'-(\w)',lambda m:m[1].upper(),s)
    return c if not c[0].isdigit() else 'a'+c
P=['about','how-we-work','privacy','imprint','picture-credits']
o="import type { Newsroom } from '../src/newsroom/newsroom.ts'\n"
for a in A:o+=f"import {camel(a)} from './articles/{a}.ts'\n"
o+="import { categories, type DemoCategory, type DemoTag, tags } from './categories.ts'\nimport { contributors, type DemoContributor } from './contributors.ts'\n"
for a in P:o+=f"import {camel(a)} from './pages/{a}.ts'\n"
o+="""import { type DemoPicture, pictures } from './pictures.ts'
import type { DemoArticle, DemoPage } from './write.ts'

export type { DemoArticle, DemoCategory, DemoContributor, DemoPage, DemoPicture, DemoTag }

/** A small believable newsroom. Keys stand for ids until it is loaded. */
export type DemoNewsroom = {
  newsroom: Newsroom
  categories: DemoCategory[]
  tags: DemoTag[]
  contributors: DemoContributor[]
  pictures: DemoPicture[]
  articles: DemoArticle[]
  pages: DemoPage[]
}

const newsroom: Newsroom = {
  name: 'The Sounding',
  tagline: 'Politics and conflict, with the source beside the sentence',
  language: 'en',
  timezone: 'Europe/Berlin',
  colours: { accent: '#1f4e5f', accentDark: '#8fc3d1' },
  logo: null,
  navigation: [
    { label: 'About', href: '/about' },
    { label: 'How we work', href: '/how-we-work' },
    { label: 'Privacy', href: '/privacy' },
    { label: 'Picture credits', href: '/picture-credits' },
    { label: 'Imprint', href: '/imprint' },
  ],
  disclaimers: {
    guest: {
      en: 'The author is a guest of this paper. What is said here is the author’s own view and not necessarily ours.',
      ar: 'الكاتب ضيف على هذه الصحيفة، وما يرد في المقال رأيه ولا يعبّر بالضرورة عن رأينا.',
      ru: 'Автор — гость издания. Сказанное здесь — его собственный взгляд, который может не совпадать с нашим.',
      fr: 'L’auteur est un invité de ce journal. Il s’exprime en son nom et n’engage pas la rédaction.',
      und: 'The author is a guest of this paper. What is said here is the author’s own view and not necessarily ours.',
    },
    opinion: {
      en: 'This is opinion. It gives the view of its author, not that of The Sounding.',
      ar: 'هذا مقال رأي يعبّر عن كاتبه لا عن الصحيفة.',
      ru: 'Это мнение. Оно принадлежит автору, а не редакции.',
      fr: 'Ceci est une opinion. Elle est celle de son auteur et non celle du journal.',
      und: 'This is opinion. It gives the view of its author, not that of The Sounding.',
    },
  },
  imprint: 'The Sounding is published by Lotline Press Cooperative, 14 Ropewalk, Port Sarn. Editor: Miriam Aldous.',
}

export const demo: DemoNewsroom = {
  newsroom,
  categories,
  tags,
  contributors,
  pictures,
  articles: [
"""
def pub(a): return re.search(r"published: '([^']+)'",open(f'articles/{a}.ts').read())[1]
for a in sorted(A,key=pub):o+=f"    {camel(a)},\n"
o+="  ],\n  pages: ["+', '.join(map(camel,P))+"],\n}\n"
open('demo.ts','w').write(o)
print(len(A))
