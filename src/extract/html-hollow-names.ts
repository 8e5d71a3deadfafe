// What the names (id, class, tag, file) of empty elements and of scripts tell: whether data comes there, or only decoration. Pure.
import { remembering } from './remembering.ts';

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(' ');

/** Parts of a name: `docList2` and `doc-list_2` are `doc`, `list`; a plural is its singular. */
const partsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\u0e00-\u0e7f]+/u)
    .map((part) => (part.length > 3 ? part.replace(/(?<![is])s$/, '') : part))
    .filter((part) => part !== '');

/** Where a visitor would find what an agency publishes. */
const dataWords: ReadonlySet<string> = new Set(
  wordsOf(
    'list listing data dataset doc docs document file pdf result item feed row tbody record post article news report plan project ' +
      'budget publication download announcement archive catalog api ajax json dynamic app root spa grid datatable entry entries ' +
      'timeline tree accordion card detail ita oit lpa moit eb',
  ),
);
const dataEnd = /(?:list|table|data|docs?|files?|results?|items|rows|reports?|plans?)$/;

/**
 * Empty in most themes, or filled with something beside the content: menus, decoration, pop-ups, counters, widgets of others.
 * A name with one of these words is never taken for a place of content.
 */
const decorWords: ReadonlySet<string> = new Set(
  wordsOf(
    'clear clearfix cleaner spacer separator divider divide hr line bar dot dots shape wave waves bubble particle particles bg background pattern ' +
      'veil shadow ribbon mourning snow effect cursor canvas splash intro hero parallax arrow prev previous next indicator ' +
      'indicators thumb top up bottom scroll anchor skip icon ico logo widget flag badge fab floating sticky gap space placeholder ' +
      'menu nav navbar navigation sidebar sidenav header footer hamburger burger toggle toggler breadcrumb pagination pager ' +
      'search login signin logout auth user cart lang language translate share social facebook fb twitter instagram tiktok line ' +
      'chat messenger bot modal popup dialog lightbox overlay backdrop offcanvas drawer toast alert snackbar msg message error ' +
      'success warning tooltip popover cookie cookies consent pdpa privacy gdpr preloader preload loader loading spinner ' +
      'progressbar map gmap maps leaflet location calendar datepicker clock time today weather counter count visit visitor ' +
      'visitors view views hit hits stat stats truehits histats online captcha recaptcha hcaptcha audio sound video player ' +
      'youtube live banner ads ad adsense slide slider slides slideshow carousel swiper owl slick revolution marquee ticker ' +
      'typing typed wpadminbar adminbar print font accessibility typewriter qr qrcode vote poll rating like comment comments ' +
      'disqus subscribe newsletter copyright fancybox gallery lazy sr tracking tracker ga gtm analytics pixel debug',
  ),
);
const decorPart =
  /modal|popup|slider|slide|carousel|swiper|navbar|menu|sidebar|preload|loader|cookie|captcha|counter|toast|tooltip|scroll|totop|google|facebook|translate|weather|banner|overlay|lightbox/;

/** Words for the frame of a page: an empty element so called may well be a page without content. */
const layoutWords: ReadonlySet<string> = new Set(
  wordsOf(
    'content main page body wrapper wrap container inner outer section area box block center middle left right col column row site ' +
      'web primary secondary region panel holder contain item grid card flex entry article post detail view tab pane fade ' +
      'group table responsive list unstyled inline none striped bordered hover no',
  ),
);

/** Says that it is not a place for content. */
export const isDecor = remembering(
  (name: string): boolean => decorPart.test(name.toLowerCase()) || partsOf(name).some((part) => decorWords.has(part)),
);

/** An id that says that data comes there (`doc-list`, `planTable`); on an element, an id is what scripts ask for. */
export const speaksOfData = remembering(
  (name: string): boolean => !isDecor(name) && partsOf(name).some((part) => dataWords.has(part) || dataEnd.test(part)),
);

/** Says no more than that it is a box (`main-content`, `list-group`, `table-responsive`). */
export const isLayout = remembering((name: string): boolean => partsOf(name).every((part) => layoutWords.has(part)));

/** Ids of elements that one-page applications are put into. */
export const roots: ReadonlySet<string> = new Set(['root', 'app', '__next', '__nuxt', 'q-app', 'svelte', 'main-app']);

/** What a script's address tells about it. */
export type ScriptKind =
  /** A library, a theme's or a widget's: never brings the page's content. */
  | 'foreign'
  /** `main.js`, `script.js`: a theme's or the site's own. */
  | 'plain'
  /** The site's own, for something. */
  | 'own'
  /** Named after data (`doc-list.js`). */
  | 'data';

const elsewhere =
  /^(?:https?:)?\/\/[^/]*(?:cdn|jsdelivr|unpkg|jquery|bootstrap|googleapis|gstatic|google|facebook|twitter|line-scdn|cloudflare|fontawesome|tawk|truehits|histats|hotjar|clarity|addthis|sharethis|tailwind|polyfill|youtube|cookie|datatables|tinymce|hcaptcha|userway|weather|statcounter|userapi)/i;
const folders =
  /\/(?:wp-(?:content|includes|admin)|media\/(?:jui|system|vendor|k2|com_\w+)|templates|plugins?|vendors?|node_modules|libs?|librar(?:y|ies)|themes?|modules|components|sites\/(?:default|all)|core|misc|_layouts|typo3\w*|livewire|cdn-cgi|bower_components|third[-_]?party|jquery|bootstrap)\/|(?:Web|Script)Resource\.(?:axd|js)/i;
const libraries: ReadonlySet<string> = new Set(
  wordsOf(
    'jquery bootstrap popper aos wow gsap tween tweenmax modernizr mootools prototype lodash underscore moment dayjs fancybox ' +
      'magnific glightbox isotope masonry select selectize chart echarts highcharts swal sweetalert toastr fontawesome tinymce ' +
      'ckeditor summernote gtag fbevents sdk platform hover animate animation easing waypoint counterup purecounter validate ' +
      'validator validation migrate ui mask inputmask flatpickr i18n tab tabs dropdown style polyfill shiv html respond jszip ' +
      'xlsx jspdf autotable pdfmake swfobject flash hls pace simplebar feather ionicon iconify three jarallax theme template ' +
      'skin color switcher contact form mail email caption tools metismenu adsbygoogle viewport detect device browser cdn',
  ),
);
const plain: ReadonlySet<string> = new Set(
  wordsOf(
    'main script common custom site global default function plugin init base util utils helper all setup java my js',
  ),
);

/** Neither another host's nor a part of a system's or theme's folders. */
export const isOfSite = (address: string): boolean => !elsewhere.test(address) && !folders.test(address);

/** Sorts a script by its address. */
export const scriptKind = remembering((address: string): ScriptKind => {
  if (!isOfSite(address)) return 'foreign';
  const path = address.replace(/[?#].*$/s, '');
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:min\.)?m?js$|\.php$/i, '');
  const parts = partsOf(file);
  if (isDecor(file) || parts.some((part) => libraries.has(part))) return 'foreign';
  if (parts.length === 0 || parts.every((part) => plain.has(part))) return 'plain';
  if (parts.includes('app') || parts.includes('root')) return 'own';
  return speaksOfData(file) ? 'data' : 'own';
});
