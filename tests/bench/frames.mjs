// When frames reached the screen, from a trace of Chromium's compositor. A PipelineReporter spans one frame from its
// beginning to its presentation (DevTools reads it the same way); what the page had done before the frame's commit is in it.

// { pid, at(performance.now() of the page → trace µs), frames: [{ committed, presented }] ascending }, from a trace in which
// the page has set the mark `bench:sync`.
export function readFrames(events) {
  const sync = events.find(({ name, ph }) => name === 'bench:sync' && ph === 'I');
  if (!sync) throw new Error('the trace has no mark bench:sync');
  const { pid } = sync;
  const origin = sync.args.data.callTime - sync.args.data.startTime * 1000;
  const open = new Map(), frames = [];
  const own = events.filter((event) => event.pid === pid && event.id2?.local).sort((a, b) => a.ts - b.ts);
  for (const { name, ph, ts, args, id2 } of own) {
    if (name === 'PipelineReporter' && ph === 'b') {
      open.set(id2.local, { state: args.frame_reporter?.state ?? args.chrome_frame_reporter?.state, committed: null });
    } else if (name === 'PipelineReporter' && ph === 'e') {
      const frame = open.get(id2.local);
      open.delete(id2.local);
      if (frame?.state?.startsWith('STATE_PRESENTED')) frames.push({ committed: frame.committed, presented: ts });
    } else if (name === 'Commit' && ph === 'b' && open.has(id2.local)) {
      open.get(id2.local).committed = ts;
    }
  }
  return { pid, at: (now) => origin + now * 1000, frames: frames.sort((a, b) => a.presented - b.presented) };
}

// Time at which what the page had drawn at `now` was on the screen, in the page's milliseconds; null when it never was.
export function presentedAfter({ at, frames }, now) {
  const drawn = at(now);
  const frame = frames.find(({ committed }) => committed !== null && committed >= drawn);
  return frame ? now + (frame.presented - drawn) / 1000 : null;
}

// Presentations in a window of the page's time: { count, intervals in ms }. Reporters of one presentation count once.
export function presentationsIn({ at, frames }, from, to) {
  const times = [];
  for (const { presented } of frames) {
    const inside = presented >= at(from) && presented <= at(to);
    if (inside && (times.length === 0 || presented - times.at(-1) > 1000)) times.push(presented);
  }
  return { count: times.length, intervals: times.slice(1).map((time, i) => (time - times[i]) / 1000) };
}
