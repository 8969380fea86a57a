import { fillTemplate, type Addressee, type RosterModel, type Say, type Template } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import type { CleanUp } from "./clean-up.js";

export interface MailActs {
  open(to: Addressee, message: Template): void;
  copy(message: Template): void;
}

/** The reader's own words, or those of the template in the reader's language. */
export const templateOf = ({ template }: CleanUp, say: Say): Template =>
  template ?? { subject: say.words.roster.mailDefaultSubject, body: say.words.roster.mailDefaultBody };

/**
 * Messages to teachers who have not started: one text with fields, one message for each. An address is written into a link only at the
 * moment a reader opens that message.
 */
export function drawMail(
  { clean, say, acts }: { model: RosterModel; clean: CleanUp; say: Say; acts: MailActs },
  people: readonly Addressee[],
  others: number,
): TemplateResult {
  const words = say.words.roster;
  const template = templateOf(clean, say);
  const write = (change: Partial<Template>) => clean.write({ ...template, ...change });
  const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
  const fields = Object.values(words.mailField).map((name) => `{${name}}`);
  return html`<section class="panel-box" id="mail" tabindex="-1" aria-label=${words.mailTitle(people.length, say.number(people.length))}>
    <p class="panel-title">${words.mailTitle(people.length, say.number(people.length))}</p>
    <p class="quiet">${people.length === 0 ? words.mailNone : words.mailHint}${others > 0 && people.length > 0 ? html` ${words.mailOthers(others, say.number(others))}` : nothing}</p>
    ${
      people.length === 0
        ? nothing
        : html`<label class="field"><span>${words.mailSubject}</span><input name="subject" maxlength="200" .value=${template.subject} @input=${(event: Event) => write({ subject: valueOf(event) })} /></label>
          <label class="field"><span>${words.mailBody}</span><textarea name="body" maxlength="4000" .value=${template.body} @input=${(event: Event) => write({ body: valueOf(event) })}></textarea></label>
          <p class="quiet">${words.mailFields} ${fields.join(" ")} ${clean.template ? html`<button type="button" class="plain" @click=${() => clean.write(undefined)}>${words.mailReset}</button>` : nothing}</p>
          <ul class="entries">${people.slice(0, clean.listed).map((to) => {
            const message = () => fillTemplate(template, to, words.mailField);
            return html`<li><span><b dir="auto">${to.teacher}</b> <span class="quiet" dir="auto">${to.fields.course}${to.address ? nothing : html` · ${words.mailNoAddress}`}</span></span>
              <span class="buttons"><button type="button" aria-label=${words.mailOpen(to.teacher)} @click=${() => acts.open(to, message())}>${words.mailOpenShort}</button>
              <button type="button" aria-label=${words.mailCopy(to.teacher)} @click=${() => acts.copy(message())}>${words.mailCopyShort}</button></span></li>`;
          })}</ul>
          ${people.length > clean.listed ? html`<p><button type="button" @click=${() => clean.more()}>${words.more(say.number(Math.min(50, people.length - clean.listed)))}</button></p>` : nothing}`
    }
  </section>`;
}
