import { type PointerEvent, useState } from 'react'
import {
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  useLocale,
} from 'react-aria-components'
import type { LibraryPicture } from '../../media/picture.ts'
import { t } from '../texts.ts'
import { nameOf, sourceOf } from './asking.ts'

export type Point = { focalX: number; focalY: number }

/** Where the site cuts pictures, by the shape it cuts them to. */
const crops = [
  { name: 'card', ratio: '3 / 2' },
  { name: 'gallery', ratio: '4 / 3' },
  { name: 'square', ratio: '1' },
] as const

/** As fine as the site's style rules tell places apart: in quarters. */
const quarter = (fraction: number) => `${Math.round(fraction * 4) * 25}%`

/** The point of a picture that every crop keeps in view, set by pointing at it or with the keyboard. */
export function Focus({
  picture,
  point: { focalX, focalY },
  onChange,
}: {
  picture: LibraryPicture
  point: Point
  onChange: (point: Point) => void
}) {
  const [isHeld, setHeld] = useState(false)
  // A slider begins where a line begins; a picture at its left.
  const isFromRight = useLocale().direction === 'rtl'
  const across = (place: number) => (isFromRight ? 1 - place : place)
  const at = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    const part = (place: number, all: number) =>
      Math.round(Math.min(1, Math.max(0, place / all)) * 100) / 100
    onChange({ focalX: part(clientX - left, width), focalY: part(clientY - top, height) })
  }
  return (
    <div className="focus">
      <div
        className="focus-field"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setHeld(true)
          at(event)
        }}
        onPointerMove={(event) => isHeld && at(event)}
        onPointerUp={() => setHeld(false)}
        onPointerCancel={() => setHeld(false)}
      >
        <img src={sourceOf(picture, 960)} alt={nameOf(picture)} draggable={false} />
        <span
          className="focus-point"
          aria-hidden="true"
          style={{ left: `${focalX * 100}%`, top: `${focalY * 100}%` }}
        />
      </div>
      <p className="soft">{t('pictures.focus.about')}</p>
      <div className="focus-sliders">
        <Along
          label={t('pictures.focus.x')}
          value={across(focalX)}
          onChange={(value) => onChange({ focalX: across(value), focalY })}
        />
        <Along
          label={t('pictures.focus.y')}
          value={focalY}
          onChange={(value) => onChange({ focalX, focalY: value })}
        />
      </div>
      <ul className="crops" aria-label={t('pictures.crops')}>
        {crops.map(({ name, ratio }) => (
          <li key={name}>
            <img
              src={sourceOf(picture, 640)}
              alt=""
              style={{
                aspectRatio: ratio,
                objectPosition: `${quarter(focalX)} ${quarter(focalY)}`,
              }}
            />
            <span className="soft">{t(`pictures.crop.${name}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Along = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) => (
  <Slider
    className="slider"
    minValue={0}
    maxValue={1}
    step={0.05}
    value={value}
    formatOptions={{ style: 'percent' }}
    onChange={(next) => onChange(Number(next))}
  >
    <Label>{label}</Label>
    <SliderOutput />
    <SliderTrack className="slider-track">
      <SliderThumb className="slider-thumb" />
    </SliderTrack>
  </Slider>
)
