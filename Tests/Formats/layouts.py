"""Layouts of saved web pages, with the clutter of real ones around an article: what it is called, who wrote it, its day and its paragraphs."""
import datetime, html, json

PUBLISHER = "The Harbour Gazette"
TEASERS = [
    ("Council votes to keep the night bus after a long debate",
     "The council voted on Tuesday evening, after four hours of debate, to keep the night bus running, at least until the spring, when the money will run out."),
    ("Six things to know about the new tunnel",
     "From its length, which is 14 kilometres, to the cost, which nobody knows, here is what readers asked us, and what the engineers, when pressed, answered."),
    ("Opinion: why the fish market must not move",
     "For as long as anyone can remember, writes our columnist, the fish market has stood beside the quay, and there, for all the talk of hygiene, it stays."),
]
COMMENTS = [
    "I have lived here for forty years, and I have never, not once, seen anything like this; the people in charge should be ashamed of themselves, all of them.",
    "Totally agree with the comment above, but, as always, nobody will listen, and in a year, maybe two, we will have the very same discussion again.",
    "Well, actually, if you read the report, which I did, you will see that the numbers, on page 12, say the opposite, so please, check your facts.",
]
LEGAL = ("We and our 1,204 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for "
         "personalised advertising and content, advertising and content measurement, audience research and services development. With your permission, we "
         "and our partners may use precise geolocation data, and identification through device scanning. You may click to consent to our processing. ")


def text(words):
    return html.escape(words)


def paragraphs(article, form="<p>{}</p>"):
    return "\n".join(form.format(text(p)) for p in article.paragraphs)


def teasers(kind):
    return "".join(f'<div class="{kind}"><a href="/x"><h3>{title}</h3></a><p>{words}</p></div>' for title, words in TEASERS)


def page(head, body):
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def blocks(article):
    """A content system of today: JSON-LD whose parts refer to each other, promotions among the paragraphs, an author's box."""
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "Article", "@id": "#article", "author": {"@id": "#person"}, "headline": article.title, "datePublished": f"{article.day}T09:12:00+00:00",
         "dateModified": "2031-01-01T00:00:00+00:00", "publisher": {"@id": "#organization"}},
        {"@type": "WebPage", "name": f"{article.title} - {PUBLISHER}"}, {"@type": "BreadcrumbList", "itemListElement": []},
        {"@type": "Organization", "@id": "#organization", "name": PUBLISHER}, {"@type": "Person", "@id": "#person", "name": article.author}]}
    lines = [f"<p>{text(p)}</p>" for p in article.paragraphs]
    lines.insert(2, f'<p><strong>READ ALSO: <a href="/x">{TEASERS[0][0]}</a></strong></p>')
    lines.insert(4, '<div class="wp-block-group newsletter-box"><p>Sign up for our newsletter, every morning, free, no spam, promised.</p></div>')
    return page(f'<title>{text(article.title)} - {PUBLISHER}</title><meta property="og:title" content="{text(article.title)} - {PUBLISHER}">'
                f'<script type="application/ld+json">{json.dumps(graph)}</script>',
                f'<header><p class="site-title"><a href="/">{PUBLISHER}</a></p><nav><a>News</a></nav></header><main><h1>{text(article.title)}</h1>'
                f'<div class="entry-content">{"".join(lines)}<p><a href="#">Follow us on Facebook</a></p></div><div class="author-box"><h4>About the author'
                f'</h4><p>{article.author} has covered the harbour, the town hall, and everything between, since 1999.</p></div></main>'
                f'<section class="yarpp"><h2>You may also like</h2>{teasers("yarpp-item")}</section>')


def mobile(article):
    """A page for phones with elements of its own, and a list of JSON-LD objects."""
    data = [{"@type": "NewsArticle", "headline": article.title, "datePublished": f"{article.day}T09:12:00Z", "author": [{"name": article.author}]}]
    return page(f'<title>{text(article.title)}</title><script type="application/ld+json">{json.dumps(data)}</script>',
                f'<amp-sidebar><ul><li><a>Home</a></li></ul></amp-sidebar><amp-consent><div id="ui">{LEGAL}<button>OK</button></div></amp-consent><article>'
                f'<h1>{text(article.title)}</h1><amp-img></amp-img><div class="c">{paragraphs(article)}</div></article><amp-list><template>{{{{title}}}}'
                f'</template></amp-list>')


def nameless(article):
    """Nothing but div elements, with class names that a program has made up."""
    return page(f'<title>{text(article.title)} | {PUBLISHER}</title><meta name="date" content="{article.day}">',
                f'<div id="__next"><div class="css-1x"><div class="css-nav"><a>World</a><a>Business</a></div></div><div class="css-2y"><div class="css-3z">'
                f'<h1 class="css-h">{text(article.title)}</h1></div><div class="css-4a">'
                f'{paragraphs(article, """<div class="css-5b"><span class="css-6c">{}</span></div>""")}</div></div><div class="css-7d">{teasers("css-8e")}</div>'
                f'<div class="css-9f"><span>© {PUBLISHER}</span></div></div>')


def magazine(article):
    """A pull quote, a picture and advertisements among the paragraphs, a rail beside them, more stories below."""
    lines = [f"<p>{text(p)}</p>" for p in article.paragraphs]
    return page(f'<title>{text(article.title)}</title><meta property="og:title" content="{text(article.title)}"><meta property="article:published_time" '
                f'content="{article.day}T01:02:03.000Z">',
                f'<header class="top"><div class="logo">{PUBLISHER}</div></header><main><article class="story"><header><h1>{text(article.title)}</h1><div '
                f'class="meta">By {article.author} <time>{article.date}</time></div></header><div class="story__body">{lines[0]}<aside class="pullquote">'
                f'<p>“Nobody saw it coming, and nobody, it seems, was ready.”</p></aside>{"".join(lines[1:3])}<figure><img><figcaption>A view of the place, '
                f'from the tower. Photograph: Jo Doe</figcaption></figure><div class="ad-container"><p>Advertisement</p></div>{"".join(lines[3:])}<p><em>'
                f'<a href="/n">Sign up</a> to our newsletter</em></p></div></article></main><div class="rail"><h2>Most viewed</h2><ol>'
                f'{"".join(f"<li><a>{title}</a></li>" for title, _ in TEASERS)}</ol></div><div class="onward">{teasers("card")}</div>')


def nineties(article):
    """Tables, fonts and line breaks in Windows-1252, the site's name before the title."""
    lines = "<P>".join(text(p) for p in article.paragraphs)
    return (f'<HTML><HEAD><TITLE>{PUBLISHER}: {text(article.title)}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"></HEAD>'
            f'<BODY BGCOLOR="#FFFFFF"><CENTER><TABLE WIDTH=600><TR><TD><A HREF="/"><IMG SRC="logo.gif" ALT="{PUBLISHER}"></A><HR></TD></TR><TR><TD><FONT '
            f'FACE="Arial" SIZE=5><B>{text(article.title)}</B></FONT><BR><FONT SIZE=2>By {article.author}<BR>Posted on {article.date}</FONT><P>{lines}<P>'
            f'<A HREF="a.html">Back to the front page</A> | <A HREF="b.html">E-mail this story</A></TD></TR></TABLE></CENTER></BODY></HTML>'
            ).encode("cp1252", errors="xmlcharrefreplace")


def discussed(article):
    """More comments than article."""
    comments = "".join(f'<li><div class="vcard">user{n}</div><p>{COMMENTS[n % 3]}</p></li>' for n in range(24))
    return page(f'<title>{text(article.title)} – {PUBLISHER}</title><meta itemprop="datePublished" content="{article.day}">',
                f'<div class="single"><h1>{text(article.title)}</h1><p class="date">{article.date}</p><div class="text">{paragraphs(article)}</div></div><div '
                f'id="respond"><h3>24 thoughts on “{text(article.title)}”</h3><ol class="commentlist">{comments}</ol></div>')


def walled(article):
    """Two notices about cookies, longer than the article."""
    return page(f'<title>x</title><meta property="og:site_name" content="{PUBLISHER}"><meta property="og:title" content="{text(article.title)} | {PUBLISHER}">'
                f'<meta name="publish-date" content="{article.day}">',
                f'<div id="onetrust-consent-sdk"><div class="row"><p>{LEGAL * 5}</p></div></div><div class="fc-dialog"><p>{LEGAL * 3}</p></div><div '
                f'class="wrap"><h1>{text(article.title)}</h1><div class="body">{paragraphs(article)}</div></div>')


def microdata(article):
    """What is known of the article stands in its elements' attributes."""
    return page(f"<title>{PUBLISHER} :: News</title>",
                f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{text(article.title)}</h1><span itemprop="author" itemscope>'
                f'<span itemprop="name">{article.author}</span></span><span itemprop="publisher" itemscope><meta itemprop="name" content="{PUBLISHER}"></span>'
                f'<time itemprop="datePublished" datetime="{article.day}T10:00">{article.date}</time><div itemprop="articleBody">{paragraphs(article)}</div>'
                f'</div><div class="bottom">{teasers("t")}</div>')


def mail_date(article):
    """The day as mail has it; a legal notice without a telling name."""
    day = datetime.date.fromisoformat(article.day)
    return page(f'<title>{text(article.title)}</title><meta name="pubdate" content="{day:%a, %d %b %Y} 08:30:00 GMT">',
                f'<section><div><h1>{text(article.title)}</h1></div><div>{paragraphs(article)}</div></section><section class="partners"><p>{LEGAL}</p></section>')


def shown_date(article):
    """The day stands in the page alone."""
    day = datetime.date.fromisoformat(article.day)
    return page(f"<title>{text(article.title)}</title>",
                f'<div id="main"><h1>{text(article.title)}</h1><div class="info"><span>{day.day} {day:%b %Y}, 08:30 BST</span></div>{paragraphs(article)}</div>'
                f'<div class="footer-links"><p>Registered office: 1 Quay Street, Harbour, no. 123456, VAT no. 654321, all prices in crowns.</p></div>')


def single_file(article):
    """Saved by a browser's extension: attributes without quotes, pictures inside, hidden parts."""
    picture = "A" * 20000
    return (f'<!DOCTYPE html><html lang=en><!-- Page saved with SingleFile --><meta charset=utf-8><title>{text(article.title)}</title><style>body{{background:'
            f'url(data:image/png;base64,{picture})}}</style><meta property=article:published_time content={article.day}T00:00:00Z><body class="h"><div id=root>'
            f'<header><div>{PUBLISHER}</div></header><div role=main><div><h1>{text(article.title)}</h1><img src=data:image/png;base64,{picture}></div><div>'
            f'<div>{paragraphs(article)}</div></div></div><div aria-hidden=true><p>{LEGAL}</p></div><div hidden><p>{LEGAL}</p></div></div>')


def for_print(article):
    """The version for the printer: lines parted by breaks, day and names above."""
    return page(f"<title>Print: {text(article.title)}</title>",
                f'<div>{PUBLISHER}</div><div>{article.date}</div><h2>{text(article.title)}</h2><div>By {article.author}</div><div>'
                f'{"<br /><br />".join(text(p) for p in article.paragraphs)}</div><div>URL: https://gazette.example/news/1</div>')


ALL = [blocks, mobile, nameless, magazine, nineties, discussed, walled, microdata, mail_date, shown_date, single_file, for_print]
