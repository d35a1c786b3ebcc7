using System.Collections.Frozen;

namespace Dateline.Worker.Documents;

/// <summary>Query parameters that tell where a reader came from, not what is read.</summary>
internal static class TrackingParameters
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "epik",
        "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id",
        "wickedid", "ref_src", "ref_url", "cmpid", "cmp", "ncid", "ocid", "smid", "smtyp", "s_cid", "icid", "xtor", "ito", "_ga", "_gl", "guccounter",
        "guce_referrer", "guce_referrer_sig", "sr_share", "wt.mc_id", "wt_mc", "wt_zmc", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee",
        "at_medium", "at_campaign", "at_link_id", "at_link_type", "at_link_origin", "at_ptr_name", "at_bbc_team", "at_format", "s_kwcid", "ef_id", "trk", "trkcampaign",
        "spref", "sc_cid", "sc_campaign", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "action_object_map", "action_type_map", "action_ref_map",
        "feature_rss", "rss_feed", "campaign_id", "mbid", "soc_src", "soc_trk", "tsrc", "phpsessid", "jsessionid",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Prefixes = ["utm_", "utm-", "pk_", "mtm_", "piwik_", "at_custom", "hsa_"];

    // Names that a site may use for the page itself, and that only with these values tell where a reader came from
    private static readonly FrozenSet<string> Pairs = new[]
    {
        "ref=rss", "ref=twitter", "ref=facebook", "source=rss", "from=rss", "feed=rss", "partner=rss", "emc=rss", "rss=1", "rss=yes", "feedtype=rss",
        "feature=share", "feature=youtu.be",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> parameter)
    {
        var equals = parameter.IndexOf('=');
        var name = equals < 0 ? parameter : parameter[..equals];
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return Lookup.Contains(name) || Pairs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(parameter);
    }
}
