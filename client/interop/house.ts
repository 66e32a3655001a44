import { Taker, newId } from './taker';
import { HttpTransportType } from '@microsoft/signalr';

/** A session prepared by HTTP and hub alone, as PROTOCOL.md has it. */
export class House {
  /** What the secretariat's browser is known by. */
  cookie = '';
  session = '';
  secretary!: Taker;
  readonly parties: string[] = [];

  constructor(readonly url: string) {}

  async prepare(token: string, reference = 'M-7'): Promise<Record<'mediator' | 'ana' | 'berta', Taker>> {
    const [mediator, ana, berta] = await this.open(token, reference, { Aland: 'Ana', Borduria: 'Berta' });
    return { mediator: mediator!, ana: ana!, berta: berta! };
  }

  /** A session of these parties, each with a head, and a mediator; open, with the programs of the mediator and of the heads in it. */
  async open(
    token: string, reference: string, heads: Readonly<Record<string, string>>, authorities: readonly string[] = ['appoint', 'accept'],
  ): Promise<Taker[]> {
    await this.begin(token, reference, 'Waters');
    const people = [await this.person('Mara', 'mediator')];
    for (const [name, head] of Object.entries(heads)) {
      people.push(await this.person(head, 'head', await this.party(name)));
      await this.credentials(people.at(-1)!, authorities);
    }
    await this.propose();
    const takers = [];
    for (const person of people) {
      const { bearer } = await this.post('/api/enter', { token: await this.link(person), label: 'A program', program: true });
      takers.push(new Taker(this.url, this.session, { bearer }));
    }
    const [mediator, ...others] = takers as [Taker, ...Taker[]];
    await connected(takers);
    await opened(mediator, others, people.slice(1), takers);
    return takers;
  }

  /** Enters as the secretariat, and prepares a session. */
  async begin(token: string, reference: string, title: string): Promise<void> {
    await this.post('/api/house/enter', { token });
    this.session = (await this.post('/api/house/sessions', { reference, title, kind: 'betweenStates', languages: ['en'] })).session;
    this.secretary = new Taker(this.url, this.session, { cookie: this.cookie });
    await connected([this.secretary]);
  }

  async party(name: string): Promise<string> {
    const party = newId();
    this.parties.push(party);
    await this.must({ type: 'party.add', party, name });
    return party;
  }

  async credentials(person: string, authorities: readonly string[]): Promise<void> {
    await this.must({ type: 'credentials.record', person, authorities });
  }

  /** Proposes a protocol: the usual one, with what is said otherwise. */
  async propose(otherwise: object = {}): Promise<void> {
    await this.must({ type: 'protocol.propose', protocol: {
      disclosure: 'confidentialUnlessReleased', caucusNotice: 'now', existencePublic: false, languages: ['en'], retentionDays: 3650, receipts: false,
      clearance: 'everyPartyAndMediator', ...otherwise } });
  }

  /** What a person comes in with, once. */
  async link(person: string): Promise<string> {
    return (await this.post(`/api/sessions/${this.session}/people/${person}/invitation`, {})).token;
  }

  async post(path: string, body: object): Promise<any> {
    const response = await fetch(this.url + path, {
      method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: this.cookie }, body: JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = [this.cookie, ...cookies].filter(Boolean).join('; ');
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }

  async person(name: string, role: string, party?: string): Promise<string> {
    const person = newId();
    await this.must({ type: 'person.register', person, name, role, ...(party ? { party } : {}) });
    return person;
  }

  private must = (command: object) => must(this.secretary, command);
}

export async function connected(takers: readonly Taker[]): Promise<void> {
  for (const taker of takers) {
    await taker.connect(HttpTransportType.WebSockets);
    await taker.hello();
  }
}

/** All give their undertaking; people are admitted, and the session is opened once the heads have accepted. */
export async function opened(mediator: Taker, heads: readonly Taker[], people: readonly string[], all: readonly Taker[]): Promise<void> {
  for (const taker of all) await must(taker, { type: 'undertaking.give', text: '2026-1' });
  await must(mediator, { type: 'person.admit', people });
  for (const head of heads) await must(head, { type: 'protocol.accept', number: 1 });
  await must(mediator, { type: 'phase.change', to: 'open' });
}

export async function must(taker: Taker, command: object): Promise<any> {
  const reply = await taker.do(command);
  if (!reply.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(reply.refusal)}`);
  return reply['answer'];
}
