/**
 * English words one or two slips away from words that mean something here: "connection" and "collection".
 * They are spelt right, so they are never read as those.
 */
export const SPELT_RIGHT: ReadonlySet<string> = new Set(
  `retention retentions retained hell heck aching acting adapt adapted addition administration admit admits admitting adopted advanced advances aliases alike
  allegations alphabet altar analysis ants apple apples approval arena arts assembled assembly attack attacks attained
  attempted attention attraction attribution audio automated automation bake bale ball balls ban bang banging banner
  banners bare barking bash basis bass beach bell bells bench bend bike bikes bind binding bled bless blocking blog
  blogs bloke blush bonds boom boot boots boss bots bouncing bow brake brakes brand breathing breeding brew brook
  brunch bug bugs bully bumper burger burgers buses bush bushes busted cafe calf callers calm cancer cart cast champ
  chanting charming chat cheater cheating cheering chic child chipped choosing chop chopping chops classified classy
  claws click clicking clicks clip clipped clips cloak clone clothing clown clowns coaching coin coins collection
  commanding commend comment comments compelled competing compilation component components concert conclude concludes
  condo conducting consent constants construct contained container containers contains contested contractor
  contribution contributions convent conventions conviction convictions cooperate cork corrected corrects couch
  coughing counter courier crab crack cracking cracks crank crate creative creeping crest cried crock crosses cruising
  crush crushing crying cult curse curtain cute dancer dancers dash dealers deals deception declare declared declares
  decode dedication defeat defer defines defining delete deleting deployed deploys depressing description destruction
  detector detention developer developers devotion diary dice died dies directed directly disappear disappears
  discover disk dispatcher distinction district districts diver divide docs dollar downtime dragging dress dressing
  drilling dripping driven drives drooling drops duck ducks duct dumping dusted dying eager ear earring ears ease
  effects elements emit emits emitted evaluation examples exceptional execution exit exits explosion explosions
  exported exports factories factory fame farmer farmers fat feast featured fender film films filth flair flame flames
  flaw flop flower flowers flown foam font fonts fore formally format formats forms framed frequency frying function
  functions funding furry gain gasoline gender germs gifted glass glove golf greeting grief grim grin grind grip
  hacked hair hairy handler handlers hangs hardcore heel heels heir helpless her hero hips hoist homey honey honking
  hook hoop hoops hosted hosts hovering hustle iced ignorant importing imports insight insights intent interact
  interests interface interfaces internal internals intersection intro inventor investors jacked jacks jitter joint
  joints jumper jumping jumpy kettle king kite lace lad lands lang language laser lasted layer leads leaning lease
  ledge legs lender lens lever lid lied lightning limiter limiters linen listed litter loaned loggers logic logo logos
  lone loner loop loops loose losers lovers lung lungs machinery macho maid maids markers marking marvelous mask
  masked masks mass masses master match matched matches matching matter measures media meetings meets melting memo
  messy meta mini mismatch mismatches misses mixed monsters mount mountain mountains mounted mouths myth negative neon
  nested niece node nodes noses nuts oath oats objects officers olives oppose option options overhead pace packs pad
  pads pains pairs palace pale parsing passport passports paths paws peach peeled pens pep perceptive performer
  performs permanent phase phony pies pig pile pin pine pink pinned pins pipe pipes plate plates players poet poets
  poker polling polo pork port portable posed posing positions positively posts potentially potion pound powder
  practice practices prank prayed precedent precious preset pretending prevent preventing prevents previously prey
  proceeding proceedings processed processing producers product production products programs projects promoted
  protected protects proven puck pushy quack quid quiz races racket rains ram rash rated react realm realtime reap
  reduce reduced reduces reducing reel reference referenced references reflection relation relations relatively relax
  relaxing releasing remained remand reminder remote removing render replace replacing reporters requested responsive
  restored resulting retain retainer retains returning reuse reversed ribs rice riddle risky roach roar roaring rocks
  rolls rooms rooster rounds rushing rusted safety sample sang sank sap scan schedule schedules scheme schemes scoot
  scope scoped section sections security sedative seed segment segments selected selection self sender separate
  separator series server servers severed shaft shell shirts shock shocking shook shooting shout shouting sighing
  sighs sinned sire sizes sketches ski skies skill skills skins slapped slate slice slices slide slips slot snap
  snapped snaps snatched snitch soap sock socks soup sour spaces spades spared spark spawn spec specs spots squid
  stage staged stages stare stars statement statements steering steps stir stitches stores stove struck style styles
  subscribe suit suite suited suites summer summers sunk supplied supported supporting supports surface suspense
  suture swamp swearing sweat sweating sweep tabs tack tail tails tapping task tasks teach teen teeth telephoned
  temper temporary tent terminal terminals threaten threatens throws tickled tide tilt timber tire tires token tokens
  torch torn touchy trace traces tracing tracks trains trap trapped traps treat treated treating treats trial trials
  trick tricked tricks truce truck trucks tuck tucked tuned twitch typo typos understandable unite unreal upside vain
  varies vary vault veal verge verse versions vice voted votes vouch wager waist waitress wander warn warp wasted wave
  waves weave weeds whipped whipping whites whiz widow width wink wiser wives worthy wrapped wrapper wrecking writers
  yard yards yells youth`.split(/\s+/),
);
