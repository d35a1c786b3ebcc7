namespace Dateline.Worker.Classification.Regions;

/// <summary>Words that tell a person's name from a place's: given names, titles, and places that are given names themselves.</summary>
internal static class GivenNames
{
    private static readonly HashSet<string> Given = Set("""
        aaron abigail adam adrian ahmad ahmed aisha alan albert alberto alejandro alex alexander alexandra alexei alfred ali alice alison allen
        amanda amber amit amy ana anders andre andrea andrei andrew andy angela ann anna anne anthony antonio ariana arthur ashley barack barbara
        ben benjamin bernard bernie beth betty bill billy bob bobby boris brad bradley brandon brenda brian bruce bryan caitlin cameron carl carla
        carlos carmen carol caroline catherine cathy charles charlie cheryl chris christian christina christine christopher claire clara colin connor
        craig cynthia dan daniel danielle danny darren dave david dean deborah denise dennis derek diana diane dick diego dmitry don donald donna
        doris dorothy doug douglas duncan dylan ed eddie edgar edward elena eli elizabeth ellen emily emma eric erin ernest ethan eugene eva evan
        evelyn felix fernando fiona frances francis frank franklin fred frederick gabriel gareth gary gavin gene geoff george gerald gilbert glenn
        gordon grace graham greg gregory guy hannah harold harry hassan heather heidi helen henry herbert hillary howard hugh hugo hussein ian
        ibrahim igor irene isaac isabel ivan jack jackie jacob jake james jamie jan jane janet janice jared jason javier jean jeff jeffrey jennifer
        jeremy jerry jesse jessica jill jim jimmy joan joanna joe joel johan john johnny jon jonathan jorge jose joseph josh joshua joy juan judith
        judy julia julian julie justin karen karl kate katherine kathleen kathy katie keith kelly ken kenneth kenny kerry kevin kim kimberly kirk
        kristen kurt kyle larry laura lauren lawrence lee leo leonard leslie liam lily linda lindsey lisa liz lois lori louis louise lucas lucy luis
        luke lynn manuel marc marcus margaret maria marie marilyn mario mark martha martin marvin mary matt matthew maurice max megan melanie
        melissa michael michelle miguel mike mikhail mitch mohamed mohammad mohammed molly monica muhammad mustafa nadia nancy natalie natasha nathan
        neil nicholas nick nicola nicole nigel nikki noah nora norman oliver olivia omar oscar pamela pat patricia patrick paul paula pedro peggy pete
        peter phil philip phillip phyllis rachel ralph randy raymond rebecca rene ricardo richard rick ricky rob robert roberto robin rodney roger
        ron ronald rosa rose ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian sergei sergio seth shane
        shannon sharon shawn sheila shirley simon sofia sonia sophia sophie stacy stanley stefan stella stephanie stephen steve steven stewart stuart
        sue susan suzanne sylvia tamara tammy tara ted teresa terry theodore theresa thomas tim timothy tina todd tom tommy tony tracy travis tyler
        valerie vanessa vernon vicki victor vincent vladimir walter wanda warren wayne wendy will william willie yusuf yvonne zachary zoe
        adriana agnes agustin akira alain alejandra alessandro alexis alfonso alvaro amir anatoly andres angelo anil anita anton antoine antonia armando
        arturo ashok aziz beatriz benoit bertrand bjorn bogdan boniface camille carlo catalina cecilia celine cesar chantal claude claudia claudio
        cristiano cristina damien dario denis diana didier dieter dilma dominique edmund edouard eduardo elisa emanuel emilio emmanuel enrique
        erik ernesto esteban etienne fabio fatima federico felipe fernanda francesca francesco francois francoise franz frederic friedrich gabriela
        gerard gerhard giorgio giovanni giulia giuseppe gonzalo guillaume guillermo gustavo hamid hans hector heinz helena helmut henri hiroshi
        ignacio ingrid irina isabelle ismail ivana jacques jaime jakob jamal jan jaroslaw javad jens jerome jesus joao joaquin jochen jorg josef julio
        jurgen karim katrin keiko kenji khalid klaus krzysztof lars leila leonardo lorenzo luca lucia luigi luiz lula maite malik manfred manmohan marcelo
        marcin marco marek mariana mariano marta martina massimo mateo mathieu matteo mauricio mauro mehdi mehmet michel mikael milos mircea
        miroslav mustafa nadine narendra natalia nathalie nicolas nicole nikita nikolai nikos ola olaf oleg oleksandr olga olivier orhan otto pablo paolo
        pascal patrice pavel philippe pierre piotr rafael rahul rajesh raul ravi recep reza roberta rodrigo rolf rui sadiq salman samir sanjay
        sebastien serge sergey simone slobodan stanislav stefano stefania sunil svetlana sven tariq tatiana tomas tomasz ulrich umberto ursula uwe vaclav
        valentina vicente viktor vincenzo vitaly volodymyr wael wolfgang xavier yasser yoko yulia yuri yves zoran
        denzel kanye serena venus lebron tiger britney beyonce mitt newt rand
        """);

    /// <summary>Behind them only a person's name stands.</summary>
    private static readonly HashSet<string> Titles = Set("mr mrs ms dr sir dame sen rep gov lt col gen capt sgt maj prof rev professor");

    private static readonly HashSet<string> Honorifics =
    [
        .. Titles,
        .. Set("""
            miss hon cllr senator congressman congresswoman representative sheriff detective sergeant captain lieutenant colonel justice actress actor singer coach pastor
            trooper deputy
            """),
    ];

    /// <summary>Offices that stand before a name, but end a sentence as well.</summary>
    private static readonly HashSet<string> Offices = Set("governor mayor president chancellor king queen prince princess judge secretary archbishop bishop cardinal");

    private static readonly HashSet<string> PlacesToo = Set("""
        adelaide alexandria america asia austin boston bristol brooklyn carolina carson chad charlotte chelsea cheyenne china clayton cleveland
        dakota dallas denver florence georgia houston india ireland israel jackson jordan kenya kingston kobe lincoln logan london lorraine madison mason
        memphis milan montana orlando paris phoenix preston raleigh roman rosario salvador santiago savannah sienna siena sierra sydney troy tyson verona
        vienna victoria virginia windsor cuba francisco
        """);

    /// <summary>Of those, the ones that are countries far more often than people: what is capitalised behind them in a headline is no family name.</summary>
    private static readonly HashSet<string> RarelyPersons = Set("america asia china cuba india ireland israel kenya");

    /// <summary>Words that follow a place's name and keep it one: Paris Police, London Bridge, Jordan River.</summary>
    private static readonly HashSet<string> PlaceCompanions = Set("""
        police attack attacks airport university college olympics city county state government president minister ministry mayor governor court times post area district
        province region border river lake sea bay island islands coast street road hospital school schools team club united fc airlines embassy
        parliament senate congress army navy air forces force troops officials authorities agreement accord accords climate summit conference stock exchange bourse
        museum cathedral zoo marathon terror metro metropolitan fashion opera bridge tower international national central council fire department
        and or on in at to for from with as is was after the a of by
        """);

    public static bool IsGiven(ReadOnlySpan<char> word) => Contains(Given, word);

    /// <summary>Whether only a person's name stands behind the word.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => Contains(Titles, word);

    public static bool IsHonorific(ReadOnlySpan<char> word) => Contains(Honorifics, word);

    public static bool IsOffice(ReadOnlySpan<char> word) => Contains(Offices, word);

    public static bool IsPlaceToo(ReadOnlySpan<char> word) => Contains(PlacesToo, word);

    public static bool IsRarelyPerson(ReadOnlySpan<char> word) => Contains(RarelyPersons, word);

    public static bool IsPlaceCompanion(ReadOnlySpan<char> word) => Contains(PlaceCompanions, word);

    private static bool Contains(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(string words) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
