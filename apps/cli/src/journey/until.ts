/** Asks again until there is an answer. @throws naming what was waited for when the time is over. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}.`);
}
