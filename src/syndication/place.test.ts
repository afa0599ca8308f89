import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { atomOf } from './atom.ts'
import type { Entry, Feed } from './feed.ts'
import { jsonFeedOf } from './json-feed.ts'
import { rssOf } from './rss.ts'

const feed: Feed = {
  id: 'https://paper.example/',
  title: 'Paper',
  description: '',
  language: 'en',
  newsroom: 'Paper',
  page: 'https://paper.example/',
  logo: null,
  hub: null,
  updated: '2019-05-09T10:00:00.000Z',
  before: null,
  older: null,
}
const entry: Entry = {
  id: '016a9d24-dd40-7086-ba07-e80ff3557102',
  page: 'https://paper.example/news',
  headline: 'News',
  standfirst: '',
  html: '<p>News</p>',
  whole: true,
  kind: 'news',
  access: 'standard',
  language: 'en',
  direction: 'ltr',
  published: '2019-05-09T10:00:00.000Z',
  updated: '2019-05-09T10:00:00.000Z',
  bylines: [],
  subjects: [],
  picture: null,
  place: null,
}
const placed = { ...entry, place: { latitude: 35.4214, longitude: 36.3889 } }

test('an entry says where it happened, when that is known', () => {
  const point = { lat: 35.4214, lng: 36.3889 }
  const write = (one: Entry) => ({
    rss: parseRssFeed(rssOf(feed, [one], 'https://paper.example/feed.rss')).items?.[0]?.georss,
    atom: parseAtomFeed(atomOf(feed, [one], 'https://paper.example/feed.atom')).entries?.[0]
      ?.georss,
    json: JSON.parse(jsonFeedOf(feed, [one], 'https://paper.example/feed.json')).items[0]._dateline
      .place,
  })
  expect(write(placed)).toEqual({ rss: { point }, atom: { point }, json: placed.place })
  expect(write(entry)).toEqual({ rss: undefined, atom: undefined, json: undefined })
})
