"""Domains that many strangers share: whoever has a page or an address there has proved nothing about a practice.

Each stands for itself and for everything below it. Where one is missing, a claim may look proved that is not: when in
doubt, add it. A claim through a domain of this list is decided by staff.
"""

SITE_BUILDERS = """
    1and1.com acuityscheduling.com amplifyapp.com azurewebsites.net b12sites.com bigcartel.com blog.com blogger.com
    blogspot.com brizy.site bubbleapps.io business.site cargo.site carrd.co cloudfront.net dreamhosters.com duda.co
    dudaone.com editmysite.com firebaseapp.com fly.dev framer.app framer.website github.io gitlab.io godaddysites.com
    google.com googleusercontent.com hatenablog.com herokuapp.com hostgator.com hubspotpagebuilder.com
    infusionsoft.com jimdo.com jimdofree.com jimdosite.com kajabi.com landbot.site leadpages.co linktr.ee
    mailchimpsites.com medium.com mystrikingly.com mywebsite-editor.com neocities.org netlify.app notion.site
    onrender.com pages.dev pantheonsite.io podia.com readthedocs.io render.com site123.me siteground.biz
    squarespace.com squareup.com strikingly.com substack.com surge.sh svbtle.com thrivecart.com tilda.ws tumblr.com
    typepad.com unbouncepages.com vercel.app vistaprintdigital.com webador.com webflow.io weebly.com weeblysite.com
    wix.com wixsite.com wixstudio.com wordpress.com workers.dev wpengine.com wpenginepowered.com yola.com yolasite.com
    zohosites.com zyro.com zyrosite.com about.me bio.link beacons.ai lnk.bio sites.google.com webnode.com webnode.page
    web.app glitch.me replit.app
"""

SOCIAL_NETWORKS = """
    bsky.app discord.com discord.gg facebook.com fb.com fb.me instagram.com linkedin.com lnkd.in mastodon.social
    messenger.com nextdoor.com pinterest.com quora.com reddit.com snapchat.com t.me telegram.me threads.net tiktok.com
    twitter.com vimeo.com whatsapp.com wa.me x.com youtube.com youtu.be
"""

MAIL_PROVIDERS = """
    aim.com aol.com att.net bellsouth.net btinternet.com charter.net comcast.net cox.net duck.com earthlink.net
    email.com fastmail.com fastmail.fm frontier.com gmail.com gmx.com gmx.net gmx.us googlemail.com hey.com
    hotmail.com hushmail.com icloud.com inbox.com juno.com live.com mac.com mail.com mail.ru mailinator.com me.com
    msn.com netzero.net optimum.net optonline.net outlook.com pm.me proton.me protonmail.com qq.com rocketmail.com
    roadrunner.com rr.com sbcglobal.net spectrum.net suddenlink.net tutamail.com tutanota.com verizon.net web.de
    windstream.net yahoo.com yandex.com yandex.ru ymail.com zoho.com zohomail.com
"""

BOOKING_AND_DIRECTORIES = """
    1life.com alma.com amwell.com athenahealth.com birdeye.com booksy.com calendly.com care.com castleconnolly.com
    caredash.com charmtracker.com choosingtherapy.com clinicsites.co doximity.com drchrono.com eclinicalworks.com
    fresha.com genbook.com getluna.com glossgenius.com goodtherapy.org headway.co healow.com healthgrades.com
    healthtap.com intakeq.com jane.app janeapp.com mantrahealth.com medicalnewstoday.com mindbodyonline.com
    mychart.com mychart.org mytherapist.com nexhealth.com onpatient.com opencare.com patientfusion.com patientpop.com
    phreesia.com practicebetter.io practicefusion.com psychologytoday.com ratemds.com rula.com schedulicity.com
    setmore.com sharecare.com simplepractice.com clientsecure.me simplybook.me solutionreach.com square.site
    styleseat.com teladoc.com theravive.com therapyden.com therapynotes.com therapyportal.com therapytribe.com
    topnpi.com usnews.com vagaro.com vitals.com webmd.com wellsky.com yelp.com yellowpages.com zencare.co zocdoc.com
    zoominfo.com
"""

SHARED_HOSTS = frozenset(" ".join([SITE_BUILDERS, SOCIAL_NETWORKS, MAIL_PROVIDERS, BOOKING_AND_DIRECTORIES]).split())

# Names of two parts and more below which anybody may register one of their own. What ends in none of these is taken to
# be registered directly below its last part, as is almost every practice of the United States. Below `.us` the names of
# states, and in them those of schools, colleges and libraries, are nobody's either: `directory.domains` knows.
PUBLIC_SUFFIXES = frozenset(
    """
    ac.uk co.uk gov.uk ltd.uk me.uk net.uk nhs.uk org.uk plc.uk sch.uk com.au edu.au gov.au id.au net.au org.au ac.nz
    co.nz net.nz org.nz ab.ca bc.ca mb.ca nb.ca nl.ca ns.ca nt.ca nu.ca on.ca pe.ca qc.ca sk.ca yk.ca co.il co.in
    net.in org.in co.jp ne.jp or.jp co.kr co.za com.ar com.br com.cn com.co com.hk com.mx com.my com.ph com.pk com.pr
    net.pr org.pr com.gu com.vi co.vi com.sg com.tr com.tw com.ua com.ve gob.mx org.mx br.com cn.com co.com de.com
    eu.com gb.com gb.net gr.com hu.net in.net jp.net jpn.com mex.com ru.com sa.com se.net uk.com uk.net us.com us.org
    za.com dni.us fed.us isa.us kids.us nsn.us
    """.split()
)
