import { article, by, doc, h2, picture, prose, pull } from '../write.ts'

export default article({
  slug: 'la-frontiere-a-sept-heures',
  kind: 'feature',
  language: 'fr',
  headline: 'Varsha, la frontière à sept heures du matin',
  standfirst:
    'Entre l’Orlava et la Kesselie, un pont fermé par l’épidémie ne s’ouvre plus qu’à deux personnes. Elles viennent lire une règle.',
  datelinePlace: 'Varsha',
  datelineDate: '2020-08-27',
  category: 'europe',
  categories: ['kesselia', 'orlava'],
  tags: ['torva'],
  bylines: [by('vasseur')],
  leadPicture: 'bridge-at-varsha',
  published: '2020-08-27T07:00:00Z',
  body: doc(
    prose(`
Le douanier de gauche a posé sa thermos sur le parapet. Celui de droite en a fait autant. Il est sept heures moins deux,
la brume tient encore à la rivière, et le pont de Varsha, fermé au public depuis le 16 mars, attend ses deux usagers.

Ils arrivent ensemble, chacun de son côté. Edda Roth porte un ciré jaune, Osip Dran une casquette de marin. Ils se saluent
d’un signe, descendent l’un et l’autre une échelle de fer, se penchent, notent. Cela dure moins d’une minute. Quand ils
remontent, les douaniers ont déjà rangé les thermos.`),
    h2('Une règle, deux rivières'),
    prose(`
Depuis que la Kesselie remplit le lac d’Ulmen, à onze kilomètres en amont, ce geste de routine est devenu une affaire
d’État. Les deux hydrologues lisent la même hauteur. Leurs services en tirent deux débits, et leurs ministres deux
griefs. Selon Harnau, le traité de 1962 est respecté au litre près ; selon Veshten, il manque un tiers du fleuve.

À Varsha, on a cessé d’en parler. Le boulanger vendait aux deux rives, il ne vend plus qu’à une. La fanfare, qui comptait
des cuivres d’ici et des bois d’en face, répète par téléphone, ce qui convient mal aux cuivres.`),
    pull('La fanfare répète par téléphone, ce qui convient mal aux cuivres.'),
    picture('gauge', 'text', 'L’échelle de Varsha, scellée en 1962.'),
    h2('Les passeurs'),
    prose(`
On m’avait parlé de contrebande. J’ai vu, une nuit, une barque sans lumière traverser d’une rive à l’autre. Elle portait
un berceau. La grand-mère est kesselienne, l’enfant est née en Orlava, et l’administration, des deux côtés, examine leur
dossier. Le batelier m’a priée de ne pas écrire son nom, puis de bien vouloir tenir l’autre bout du berceau.

Au matin, à sept heures, la rivière faisait quatre-vingt-quatorze centimètres. Sur ce point tout le monde était d’accord.`),
  ),
})
