using Dateline.Worker.Articles;

namespace Dateline.Worker.Tests.Articles.Extraction;

/// <summary>Walls and error pages as sites in several languages write them.</summary>
public class WallLanguagesTests
{
    [Theory]
    [InlineData("Nur einen Moment\u2026", "Best\u00E4tigen Sie, dass Sie ein Mensch sind. Dies kann einige Sekunden dauern.")]
    [InlineData("Un instant\u2026", "V\u00E9rifiez que vous n'\u00EAtes pas un robot.")]
    [InlineData("Un momento\u2026", "Verifica que eres humano. Esto puede tardar unos segundos.")]
    [InlineData("Pardon Our Interruption", "As you were browsing something about your browser made us think you were a bot.")]
    [InlineData("news.example", "Our systems have detected unusual traffic from your computer network.")]
    public void Extract_Challenge_IsOneInEveryLanguage(string title, string text)
    {
        var article = Page.Extract($"<html><title>{title}</title><body><p>{text}</p></body></html>");

        Assert.Equal((Wall.Challenge, ""), (article.Wall, article.Text));
    }

    [Theory]
    [InlineData("Avant de continuer", "Nous et nos partenaires utilisons des cookies. Tout accepter. Tout refuser. Consentement.")]
    [InlineData("Portada", "Usamos cookies y datos personales con su consentimiento. Aceptar todo. Rechazar todo.")]
    [InlineData("Startseite", "Weiterlesen mit Werbung: Wir verarbeiten personenbezogene Daten. Alle akzeptieren. Datenschutz. Sie k\u00F6nnen die Einwilligung widerrufen.")]
    [InlineData("Home", "Accetta e continua: usiamo cookie con il tuo consenso e trattiamo dati personali. Rifiuta.")]
    [InlineData("Home", "Wij vragen toestemming voor cookies. Alles accepteren of weigeren.")]
    public void Extract_Consent_IsOneInEveryLanguage(string title, string text)
    {
        var article = Page.Extract($"<html><title>{title}</title><body><div><p>{text}</p></div></body></html>");

        Assert.Equal("", article.Text);
        Assert.NotNull(article.Wall);
    }

    [Theory]
    [InlineData("Cet article est r\u00E9serv\u00E9 aux abonn\u00E9s. D\u00E9j\u00E0 abonn\u00E9 ? Connectez-vous.")]
    [InlineData("Il vous reste 82.5% de cet article \u00E0 lire.")]
    [InlineData("Dieser Artikel ist exklusiv f\u00FCr Abonnenten. Jetzt freischalten.")]
    [InlineData("Contenido exclusivo para suscriptores.")]
    [InlineData("Contenuto riservato agli abbonati.")]
    [InlineData("Conte\u00FAdo exclusivo para assinantes.")]
    [InlineData("Dit artikel is alleen voor abonnees.")]
    [InlineData("To view the full story, please subscribe.")]
    public void Extract_PaywallStub_IsOneInEveryLanguage(string offer) =>
        Assert.Equal(Wall.Paywall, Page.Extract($"<html><title>Ferry</title><body><article><h1>Ferry aground</h1><p>The harbour was closed on Tuesday after a ferry ran aground.</p><div><p>{offer}</p></div></article></body></html>").Wall);

    [Theory]
    [InlineData("404 - Page not found | The Post", "")]
    [InlineData("The Post", "Page not found")]
    [InlineData("Seite nicht gefunden - Die Post", "")]
    [InlineData("La Poste", "Page introuvable")]
    [InlineData("P\u00E1gina no encontrada", "")]
    [InlineData("The Post | Not Found", "")]
    [InlineData("500 Internal Server Error", "")]
    [InlineData("Oops! That page can\u2019t be found.", "")]
    public void Extract_ErrorPage_HasNoText(string title, string heading)
    {
        var article = Page.Extract($"<html><title>{title}</title><body><main><h1>{heading}</h1><p>It seems that we cannot find what you are looking for. Perhaps a search helps, or one of the links below, or the archive of all months.</p></main></body></html>");

        Assert.Equal(("", null), (article.Text, article.Wall));
        Assert.InRange(article.Confidence, 0, 0.25);
    }

    [Theory]
    [InlineData("404 people were aboard the ferry")]
    [InlineData("Missing page of the logbook found in the harbour")]
    [InlineData("Why the ferry was not found on any chart")]
    public void Extract_ArticleWithSuchATitle_KeepsItsText(string title) =>
        Assert.Equal(Page.Text, Page.Extract($"<html><title>{title}</title><body><article><h1>{title}</h1>{Page.Paragraphs}</article></body></html>").Text);

    [Fact]
    public void Extract_ShortPostAboveANoticeOnCookies_IsNoWall()
    {
        var article = Page.Extract(
            "<html><title>A day at the harbour</title><body><article><h1>A day at the harbour</h1><p>We saw the ferry come in, and then it went out again.</p></article>"
            + "<div class='widget'>Privacy & Cookies: This site uses cookies. By continuing to use this website, you agree to their use. To find out more, including how to control cookies, see here: Cookie Policy</div></body></html>");

        Assert.Null(article.Wall);
        Assert.StartsWith("We saw the ferry", article.Text, StringComparison.Ordinal);
    }
}
