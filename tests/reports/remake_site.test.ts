import { expect, test } from 'vitest'
import { remakeSite } from '../../site/remake_site.ts'

const never = 24 * 60 * 60 * 1000

function failed(error: unknown): never {
  throw error
}

/** A site that takes until it is told to be done. */
function slowSite(): { made: number; make: () => Promise<void>; finish: () => void } {
  let finish = () => {}
  const site = {
    made: 0,
    make: () =>
      new Promise<void>((resolve) => {
        site.made += 1
        finish = resolve
      }),
    finish: () => finish(),
  }
  return site
}

test('the site is made at once when an evening is over', async () => {
  const site = slowSite()
  await using remaker = remakeSite({ make: site.make, quietMilliseconds: never, onFailure: failed })
  remaker.published({ isEveningOver: true })
  expect(site.made).toBe(1)
  site.finish()
  await remaker.idle()
})

test('while an evening is played it waits for a quiet time, however many rounds arrive', async () => {
  const site = slowSite()
  const remaker = remakeSite({ make: site.make, quietMilliseconds: never, onFailure: failed })
  for (let round = 0; round < 5; round += 1) remaker.published({ isEveningOver: false })
  expect(site.made).toBe(0)
  await remaker[Symbol.asyncDispose]()
  expect(site.made).toBe(0)
})

test('a quiet time makes it once', async () => {
  let made = 0
  await using remaker = remakeSite({
    make: async () => {
      made += 1
    },
    quietMilliseconds: 5,
    onFailure: failed,
  })
  remaker.published({ isEveningOver: false })
  remaker.published({ isEveningOver: false })
  await remaker.idle()
  expect(made).toBe(1)
})

test('publishes during a build lead to one more build afterwards', async () => {
  const site = slowSite()
  await using remaker = remakeSite({ make: site.make, quietMilliseconds: never, onFailure: failed })
  for (let publish = 0; publish < 3; publish += 1) remaker.published({ isEveningOver: true })
  expect(site.made).toBe(1)
  site.finish()
  await expect.poll(() => site.made).toBe(2)
  site.finish()
  await remaker.idle()
  expect(site.made).toBe(2)
})

test('a failure is told, and the next evening is made all the same', async () => {
  const told: unknown[] = []
  let made = 0
  await using remaker = remakeSite({
    make: async () => {
      made += 1
      if (made === 1) throw new Error('no room')
    },
    quietMilliseconds: never,
    onFailure: (error) => told.push(error),
  })
  remaker.published({ isEveningOver: true })
  await remaker.idle()
  remaker.published({ isEveningOver: true })
  await remaker.idle()
  expect([made, told]).toEqual([2, [new Error('no room')]])
})
