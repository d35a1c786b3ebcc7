using System.Globalization;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>What stands around an article in the languages of the news: who wrote it and when, and what leads elsewhere.</summary>
public class PageLanguagesTests
{
    [Theory]
    [InlineData("Автор: Мария Орлова", "Мария Орлова")]
    [InlineData("Текст: Мария Орлова, Иван Седов", "Мария Орлова;Иван Седов")]
    [InlineData("Автори: Олена Гай та Петро Лис", "Олена Гай;Петро Лис")]
    [InlineData("Autorka: Zofia Lipska", "Zofia Lipska")]
    [InlineData("Opracowanie: Zofia Lipska", "Zofia Lipska")]
    [InlineData("Autoři: Jana Malá, Petr Dub", "Jana Malá;Petr Dub")]
    [InlineData("Írta: Kovács Anna", "Kovács Anna")]
    [InlineData("Szerző: Kovács Anna és Nagy Péter", "Kovács Anna;Nagy Péter")]
    [InlineData("Γράφει η Ελένη Βράχου", "Ελένη Βράχου")]
    [InlineData("Συντάκτης: Νίκος Λιμνιός", "Νίκος Λιμνιός")]
    [InlineData("Yazar: Ayşe Kaya", "Ayşe Kaya")]
    [InlineData("Muhabir: Ayşe Kaya ve Can Demir", "Ayşe Kaya;Can Demir")]
    [InlineData("Penulis: Sari Wulan", "Sari Wulan")]
    [InlineData("Oleh Sari Wulan", "Sari Wulan")]
    [InlineData("Tác giả: Nguyễn Thu Hà", "Nguyễn Thu Hà")]
    [InlineData("بقلم: سامي حداد", "سامي حداد")]
    [InlineData("كتبت: ليلى منصور", "ليلى منصور")]
    [InlineData("نویسنده: مریم کاظمی", "مریم کاظمی")]
    [InlineData("מאת: נועה ברק", "נועה ברק")]
    [InlineData("מאת נועה ברק", "נועה ברק")]
    [InlineData("लेखक: अनिता राव", "अनिता राव")]
    [InlineData("作者：李晓明", "李晓明")]
    [InlineData("2026年06月12日 09:20　来源：江南日报　记者：李晓明、王芳　字号：大", "李晓明;王芳")]
    [InlineData("江南日报记者 李晓明", "李晓明")]
    [InlineData("文＝山田花子", "山田花子")]
    [InlineData("執筆：山田 花子", "山田 花子")]
    [InlineData("입력 2026.08.01 07:40 | 김민수 기자", "김민수")]
    [InlineData("글: 김민수", "김민수")]
    [InlineData("Författare: Åsa Lind", "Åsa Lind")]
    [InlineData("Auteur : Luc Pré", "Luc Pré")]
    [InlineData("<span>Автор:</span> <a href='/a'>Мария Орлова</a>", "Мария Орлова")]
    public void Extract_Byline_GivesItsNames(string line, string authors) =>
        Assert.Equal(authors, string.Join(';', Page.WithBody($"<div>{line}</div>").Authors));

    [Theory]
    [InlineData("Министр обратился к тексту: Правительство Москвы согласно.")]
    [InlineData("Menurut laporan, Oleh Sari adalah nama sebuah toko.")]
    [InlineData("Источник: Портовая Газета")]
    public void Extract_SentencesWithSuchWords_GiveNoNames(string line) => Assert.Empty(Page.WithBody($"<div>{line}</div>").Authors);

    [Theory]
    [InlineData("12 июня 2026, 09:20", "2026-06-12")]
    [InlineData("12 червня 2026", "2026-06-12")]
    [InlineData("12 czerwca 2026", "2026-06-12")]
    [InlineData("12. června 2026", "2026-06-12")]
    [InlineData("2026. június 12.", "2026-06-12")]
    [InlineData("12 Ιουνίου 2026", "2026-06-12")]
    [InlineData("12 Haziran 2026", "2026-06-12")]
    [InlineData("12 Juni 2026", "2026-06-12")]
    [InlineData("12 iunie 2026", "2026-06-12")]
    [InlineData("12 de junho de 2026", "2026-06-12")]
    [InlineData("12 giugno 2026", "2026-06-12")]
    [InlineData("12 juni 2026", "2026-06-12")]
    [InlineData("12 يونيو 2026", "2026-06-12")]
    [InlineData("12 ביוני 2026", "2026-06-12")]
    [InlineData("12 जून 2026", "2026-06-12")]
    [InlineData("12/06/2026", "2026-06-12")]
    [InlineData("2026年6月12日", "2026-06-12")]
    [InlineData("2026-6-12 09:20", "2026-06-12")]
    [InlineData("2026.06.12 07:40", "2026-06-12")]
    [InlineData("2026. 6. 12. 오전 7:40", "2026-06-12")]
    [InlineData("2026년 6월 12일", "2026-06-12")]
    [InlineData("ngày 12 tháng 6 năm 2026", "2026-06-12")]
    public void Extract_WrittenDate_IsRead(string line, string day) =>
        Assert.Equal(day, Page.Extract($"<html lang='x'><body><article><h1>Ferry aground</h1><div>{line}</div>{Page.Paragraphs}</article></body></html>").Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Lesen Sie auch: Die letzte Fähre, die hier strandete")]
    [InlineData("À lire aussi : Le dernier bac échoué ici")]
    [InlineData("Lee también: El último transbordador varado")]
    [InlineData("LEIA TAMBÉM: A última balsa encalhada")]
    [InlineData("Leggi anche: L'ultimo traghetto arenato")]
    [InlineData("Lees ook: De laatste veerboot die hier strandde")]
    [InlineData("CZYTAJ TEŻ: Ostatni prom, który tu utknął")]
    [InlineData("Čtěte také: Poslední trajekt na mělčině")]
    [InlineData("Citeşte şi: Ultimul feribot eşuat aici")]
    [InlineData("Читайте также: Последний паром на мели")]
    [InlineData("Читайте також: Останній пором на мілині")]
    [InlineData("İLGİLİ HABER: Karaya oturan son feribot")]
    [InlineData("اقرأ أيضًا: آخر عبّارة جنحت هنا")]
    [InlineData("بیشتر بخوانید: آخرین کشتی به گل نشسته")]
    [InlineData("קראו גם: המעבורת האחרונה שעלתה על שרטון")]
    [InlineData("【相关阅读】")]
    [InlineData("延伸閱讀：上一艘擱淺的渡輪")]
    [InlineData("▶関連記事：最後に座礁したフェリー")]
    [InlineData("[관련기사] ")]
    [InlineData("यह भी पढ़ें: यहाँ फँसी पिछली नौका")]
    [InlineData("Baca juga: Feri terakhir yang kandas di sini")]
    [InlineData("Xem thêm: Chuyến phà cuối cùng mắc cạn")]
    [InlineData("Läs också: Den förra färjan som gick på grund")]
    [InlineData("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Το τελευταίο φέρι που προσάραξε")]
    [InlineData("Olvassa el: Az utolsó komp, amely itt zátonyra futott")]
    [InlineData("Suscríbete a nuestro boletín y recibe lo mejor del puerto.")]
    [InlineData("Подписывайтесь на наш канал.")]
    [InlineData("Abone olun, hiçbir haberi kaçırmayın.")]
    [InlineData("تابعونا على صفحاتنا.")]
    [InlineData("欢迎关注我们的公众号。")]
    [InlineData("© 서해일보, 무단 전재 및 재배포 금지")]
    [InlineData("（责任编辑：王芳）")]
    [InlineData("Todos los derechos reservados.")]
    [InlineData("Alle rechten voorbehouden aan de havenkrant.")]
    [InlineData("Všechna práva vyhrazena.")]
    public void Extract_WhatLeadsElsewhere_IsNoText(string line)
    {
        Assert.Equal(Page.Text, Page.WithBody($"<p>{line}</p>").Text);
        Assert.Equal(Page.Text, Page.WithBody("", $"<p>{line}</p>").Text);
    }

    [Theory]
    [InlineData("اشترك عشرات العمال في إضراب المرفأ يوم الثلاثاء، كما قال متحدث باسمهم.")]
    [InlineData("Подробнее о причинах аварии расскажет комиссия, сообщили в порту.")]
    [InlineData("Más información llegará cuando termine la investigación del puerto.")]
    [InlineData("订阅用户数在渡轮事故后增加了两万。")]
    [InlineData("Reklama promu zniknęła z portu dzień po wypadku.")]
    [InlineData("광고 시장은 이번 사고 뒤에도 성장했다.")]
    public void Extract_SentencesThatOpenWithSuchWords_Stay(string line) => Assert.Equal($"{Page.Text}\n\n{line}", Page.WithBody("", $"<p>{line}</p>").Text);

    [Fact]
    public void Fold_HalfACharacter_IsLeftAsItIs() => Assert.Equal("\u00E4 \uD800", Dateline.Worker.Articles.Extraction.PageWords.Fold("\u00C4 \uD800"));

    [Fact]
    public void Extract_ShortChineseArticle_IsNeitherStubNorOutweighedByComments()
    {
        const string Text = "连日强降雨造成山区三座桥梁受损，当地连夜组织两千余名群众转移。\n\n记者从应急管理厅获悉，截至十二日清晨，两市共有四十七个乡镇受灾。\n\n“水涨得太快，我们只来得及带上老人和孩子。”村民黄阿姨说。\n\n气象部门预计，未来两天雨势将逐渐减弱。";
        var article = Page.Extract($"""
            <html lang="zh"><head><title>暴雨致三座桥梁受损_江南日报网</title></head><body><h1>暴雨致三座桥梁受损</h1><div class="wz">{string.Concat(Text.Split("\n\n").Select(paragraph => $"<p>　　{paragraph}</p>"))}</div>
            <div id="wangyou-comments"><p>希望大家都平安，辛苦抢险的人员了，期待早日恢复正常的生活秩序，也希望有关部门加强预警。</p><p>去年也是这个时候下大雨，桥梁质量是不是应该好好检查一下，老百姓的出行安全最重要了。</p></div></body></html>
            """);

        Assert.Equal((Text, "暴雨致三座桥梁受损", null), (article.Text, article.Title, article.Wall));
    }
}
