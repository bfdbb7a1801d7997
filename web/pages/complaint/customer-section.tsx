import { Link } from "@tanstack/react-router";
import { useAnswer } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { PhoneLink } from "../../parts/phone-link.tsx";
import { useNow } from "../../parts/use-now.ts";
import { useSession } from "../../staff/session.ts";
import { formatBriefly } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { CustomerAccess } from "./customer-access.tsx";
import type { Complaint, ComplaintFile } from "./file.ts";
import { Lines, Section } from "./section.tsx";
import { wordsOfComplaint, wordsOfSections } from "./words.ts";

const HISTORY_MAX = 10;

/** Who complains, as written down with the complaint, and what else they complained of. */
export function CustomerSection({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const sections = useWords(wordsOfSections);
  const { customer, complaintId } = file.complaint;
  const { phone, email, consumer } = customer;
  const { may } = useSession();
  return (
    <Section title={sections.customer}>
      <p className="font-medium">{customer.name ?? email ?? phone ?? words.anonymous}</p>
      <div className="mt-1 text-sm">
        <Lines
          lines={[
            { label: words.phone, value: phone && <PhoneLink number={phone} /> },
            { label: words.email, value: email && <Plain href={`mailto:${email}`}>{email}</Plain> },
            { label: words.address, value: customer.address },
            { label: words.contract, value: customer.contract },
            { label: words.serviceNumber, value: customer.serviceNumber },
            {
              label: words.customerClass,
              value: customer.customerClass && file.names.of("customerClasses", customer.customerClass),
            },
            { label: words.consumer, value: consumer === undefined ? undefined : consumer ? words.yes : words.no },
          ]}
        />
      </div>
      {customer.customerId && may.register && <InDirectory customerId={customer.customerId} customer={customer} />}
      {customer.customerId && <History customerId={customer.customerId} complaintId={complaintId} file={file} />}
      <CustomerAccess complaintId={complaintId} />
    </Section>
  );
}

function Plain({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="text-accent underline underline-offset-2">
      {children}
    </a>
  );
}

/** What the directory knows besides: numbers that were not written down here, and the note on the customer. */
function InDirectory(asked: { customerId: string; customer: Complaint["customer"] }) {
  const words = useWords(wordsOfComplaint);
  const { customerId, customer } = asked;
  const { data } = useAnswer("GET /customers/:customerId", { params: { customerId } });
  if (!data) return null;
  const written = Object.values(customer);
  const others = data.identifiers.map(({ asWritten }) => asWritten).filter((each) => !written.includes(each));
  return (
    <div className="mt-2 text-sm">
      <Lines
        lines={[
          { label: words.otherNumbers, value: others.join(", ") },
          { label: words.customerNote, value: data.note },
        ]}
      />
    </div>
  );
}

function History(asked: { customerId: string; complaintId: string; file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const now = useNow();
  const { customerId, complaintId, file } = asked;
  const query = { customerId, sort: "arrival", limit: HISTORY_MAX + 1 } as const;
  const { data } = useAnswer("GET /complaints", { query });
  const others = data?.items.filter((item) => item.complaintId !== complaintId);
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="mb-1 text-xs font-medium text-ink-3">{words.history}</h3>
      {others?.length === 0 && <p className="text-sm text-ink-2">{words.noHistory}</p>}
      <ul>
        {others?.map((item) => (
          <li key={item.complaintId}>
            <Link
              to="/khieu-nai/$complaintId"
              params={{ complaintId: item.complaintId }}
              className="-mx-2 flex min-h-11 items-center gap-2 rounded-lg px-2 text-sm hover:bg-sunken sm:min-h-9"
            >
              <span className="shrink-0 font-medium text-accent">{item.number}</span>
              <span className="grow truncate text-ink-2">{item.excerpt}</span>
              <span className="shrink-0 text-ink-3">{formatBriefly(item.receivedAt, now)}</span>
              <Badge>{file.names.of("stages", item.stage)}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
