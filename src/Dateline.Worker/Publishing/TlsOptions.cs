using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dateline.Worker.Publishing;

/// <summary>TLS to the broker, for an <c>amqps</c> address (section <c>Publishing:Tls</c>); files are PEM, or PKCS #12 by their ending .pfx or .p12.</summary>
internal sealed class TlsOptions
{
    /// <summary>The name that the broker's certificate has to be for, where it is not the address's host. The default is none.</summary>
    public string? ServerName { get; set; }

    /// <summary>Certificates of the authorities that the broker's has to come from, in place of the system's. The default is none.</summary>
    public string? AuthorityFile { get; set; }

    /// <summary>Our own certificate, for a broker that asks for one. It is the login too when the address has no user. The default is none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>Our certificate's private key, where it is not in the same file. The default is none.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The private key's password. The default is none.</summary>
    public string? KeyPassword { get; set; }

    public X509Certificate2Collection? Authorities()
    {
        if (AuthorityFile is not { Length: > 0 } file)
            return null;
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return authorities.Count > 0 ? authorities : throw new CryptographicException("there is no certificate in it");
    }

    public X509Certificate2? Certificate() => CertificateFile switch
    {
        not { Length: > 0 } => null,
        _ when Path.GetExtension(CertificateFile).ToUpperInvariant() is ".PFX" or ".P12" => X509CertificateLoader.LoadPkcs12FromFile(CertificateFile, KeyPassword),
        _ when KeyPassword is { Length: > 0 } => X509Certificate2.CreateFromEncryptedPemFile(CertificateFile, KeyPassword, KeyFile),
        _ => X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile),
    };

    public IEnumerable<ValidationResult> Validate()
    {
        if (Problem(Authorities) is { } authority)
            yield return new ValidationResult($"Publishing:Tls:AuthorityFile, {AuthorityFile}, cannot be used: {authority}");
        if (Problem(Certificate) is { } certificate)
            yield return new ValidationResult($"Publishing:Tls:CertificateFile, {CertificateFile}{(KeyFile is { Length: > 0 } ? $" with {KeyFile}" : "")}, cannot be used: {certificate}");
        if (KeyFile is { Length: > 0 } && CertificateFile is not { Length: > 0 })
            yield return new ValidationResult("Publishing:Tls:KeyFile is of no use without a CertificateFile.");
    }

    public bool IsSet => (ServerName ?? AuthorityFile ?? CertificateFile ?? KeyFile) is { Length: > 0 };

    private static string? Problem<T>(Func<T?> load)
        where T : class
    {
        try
        {
            (load() as IDisposable)?.Dispose();
            return null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
