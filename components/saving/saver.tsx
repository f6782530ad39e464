import { changesOf, only, type Changes, type Typing } from '#lib/domain/form/merge';
import { answered, begin, chosen, received, shown, toSend, unsaved, type Sync } from '#lib/domain/form/sync';
import { copyKey, forgetCopy, freshId, hold, keepCopy, leftBehind } from '#components/saving/copies';
import { askBrowser, SendAgain } from '#components/saving/ask';
import type { Snapshot, WrittenText } from '#components/saving/written';

const PAUSE_MS = 900;
const LONGEST_PAUSE_MS = 4000;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30_000;

/** Saves a form while it is written: after a pause, when a field is left, and once more before the page goes. */
export class Saver {
  private now: Snapshot;
  private readonly listeners = new Set<() => void>();
  private key = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since: number | null = null;
  private retry = FIRST_RETRY_MS;
  private sending: Promise<void> | null = null;
  private release: () => void = () => undefined;
  /** The version whose fields the page shows, and how many answers have come: what was asked before the last of them is old. */
  private heard: number;
  private answers = 0;
  private isGoing = false;
  private field: string | null = null;

  constructor(readonly written: WrittenText) {
    const { stored, typed, clashes = {} } = written;
    this.heard = written.version;
    this.now = {
      standing: 'unchanged',
      savedAt: null,
      sync: { ...begin(stored), clashes },
      typed: typed ?? stored,
      others: [],
      fill: {},
      left: null,
    };
  }

  readonly snapshot = (): Snapshot => this.now;
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  private set(change: Partial<Snapshot>): void {
    this.now = { ...this.now, ...change };
    if ('sync' in change && this.now.left !== null) this.now = { ...this.now, left: this.stillLeft(this.now.left) };
    for (const listener of this.listeners) listener();
  }

  private get whole(): Typing {
    return this.written.whole(this.now.typed);
  }
  /** What is typed and not known to be saved. */
  get unsaved(): Changes {
    return unsaved(this.now.sync, this.whole);
  }
  get version(): number {
    return this.heard;
  }

  start(): void {
    const { kind, id, person } = this.written;
    this.key = copyKey(person, kind, id, freshId());
    hold(
      this.key,
      new Promise((resolve) => {
        this.release = resolve;
      }),
    );
    // What the last page sent as it went may have come first: only what the record does not say was left behind.
    void this.hear()
      .then(() => leftBehind(this.key, Date.now()))
      .then((left) => {
        if (left !== null) this.set({ left: this.stillLeft(left) });
      });
  }
  private stillLeft(left: NonNullable<Snapshot['left']>): Snapshot['left'] {
    const { typed } = changesOf(only(this.now.sync.base, Object.keys(left.typed)), left.typed);
    if (Object.keys(typed).length > 0) return { ...left, typed };
    forgetCopy(left.keys);
    return null;
  }
  /** The page goes: what is typed is sent once more, and waits in the browser until that is answered. */
  stop(): void {
    clearTimeout(this.timer);
    void this.send();
    this.release();
  }

  enter(field: string | null): void {
    this.field = field;
  }
  leave(): void {
    this.field = null;
    void this.send();
  }

  type(typed: Typing): void {
    this.set({ typed });
    this.keep();
    if (toSend(this.now.sync, this.whole) === null) return;
    if (this.now.standing !== 'waiting' && this.now.standing !== 'signed-out' && this.sending === null)
      this.set({ standing: 'changed' });
    this.since ??= Date.now();
    this.later(Math.max(0, Math.min(PAUSE_MS, this.since + LONGEST_PAUSE_MS - Date.now())));
  }
  private keep(): void {
    keepCopy(this.key, this.unsaved, Date.now());
  }
  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.again(), ms);
  }

  /** Sends what can be sent, until all is. Whether everything typed is now saved. */
  async flush(): Promise<boolean> {
    for (let turn = 0; turn < 5 && (this.sending !== null || toSend(this.now.sync, this.whole) !== null); turn += 1) {
      await (this.sending ?? this.send());
      if (this.isStuck) break;
    }
    return Object.keys(this.unsaved.typed).length === 0;
  }
  get isStuck(): boolean {
    return ['waiting', 'signed-out', 'too-large', 'closed'].includes(this.now.standing);
  }

  /** Sends what has changed, one save at a time. */
  send(): Promise<void> {
    if (this.sending !== null) return this.sending;
    const changes = toSend(this.now.sync, this.whole);
    if (changes === null || this.now.standing === 'closed') return Promise.resolve();
    clearTimeout(this.timer);
    this.since = null;
    if (!this.isStuck) this.set({ standing: 'saving' });
    this.sending = this.post(changes).finally(() => {
      this.sending = null;
      if (!this.isStuck && toSend(this.now.sync, this.whole) !== null) this.later(PAUSE_MS);
    });
    return this.sending;
  }

  private async post(changes: Changes): Promise<void> {
    const { kind, id, person } = this.written;
    const answer = await askBrowser('lagre', kind, id, { person, ...changes });
    if (answer instanceof SendAgain) {
      this.put(answer);
      return;
    }
    const { was, version } = answer;
    this.answers += 1;
    this.heard = was === this.heard ? version : 0;
    this.retry = FIRST_RETRY_MS;
    this.set({ standing: 'saved', savedAt: new Date(), sync: answered(this.now.sync, changes, answer) });
    this.keep();
  }
  private put({ standing }: SendAgain): void {
    this.set({ standing });
    if (standing !== 'waiting' && standing !== 'signed-out') return;
    this.later(this.retry);
    this.retry = Math.min(LONGEST_RETRY_MS, this.retry * 2);
  }
  /** Tries once more, when the network may be back or somebody has signed in. */
  async again(): Promise<void> {
    if (toSend(this.now.sync, this.whole) !== null) await this.send();
    else await this.hear(true);
  }

  /** The form is on its way whole, or has come back: what it closes by going, nobody is to be told of. */
  goes(isGoing: boolean): void {
    this.isGoing = isGoing;
  }

  /** Asks what the others have written, and tells where one is oneself. */
  async hear(evenStuck = false): Promise<void> {
    if ((this.isStuck && !evenStuck) || this.isGoing) return;
    const { kind, id, person } = this.written;
    const before = this.answers;
    const answer = await askBrowser('tilstede', kind, id, { person, field: this.field, version: this.heard });
    if (answer instanceof SendAgain) {
      this.notHeard(answer, evenStuck);
      return;
    }
    if (this.isStuck) this.set({ standing: this.now.savedAt === null ? 'unchanged' : 'saved' });
    if (JSON.stringify(answer.others) !== JSON.stringify(this.now.others)) this.set({ others: answer.others });
    if (answer.typing === null || before !== this.answers || this.sending !== null) return;
    this.heard = answer.version;
    this.show(received(this.now.sync, this.whole, answer.typing, this.written.rowOf));
  }
  private notHeard(answer: SendAgain, evenStuck: boolean): void {
    if (this.isGoing) return;
    if (evenStuck || answer.standing === 'signed-out' || answer.standing === 'closed') this.put(answer);
  }
  private show({ sync, fill }: { sync: Sync; fill: Typing }): void {
    const { rowOf, renamed = (typing: Typing) => typing } = this.written;
    if (Object.keys(fill).length === 0) this.set({ sync });
    else this.set({ sync, fill, typed: shown(renamed(this.now.typed), fill, rowOf) });
  }

  /** Chooses at a field that both have changed: `values` is what is to stand there. */
  choose(field: string, values: readonly string[]): void {
    const sync = chosen(this.now.sync, field, this.whole, this.written.rowOf);
    this.set({ sync, typed: { ...this.now.typed, [field]: values }, fill: { [field]: values } });
    this.keep();
    this.later(0);
  }

  /** Takes back what was left behind, or throws it away. */
  settle(fields: readonly string[], back: boolean): void {
    const { left } = this.now;
    if (left === null) return;
    const values = only(left.typed, fields);
    const rest = Object.fromEntries(Object.entries(left.typed).filter(([field]) => !fields.includes(field)));
    if (Object.keys(rest).length === 0) forgetCopy(left.keys);
    this.set({
      left: Object.keys(rest).length === 0 ? null : { ...left, typed: rest },
      ...(back && { typed: { ...this.now.typed, ...values }, fill: values }),
    });
    if (!back) return;
    this.keep();
    this.later(0);
  }
}
