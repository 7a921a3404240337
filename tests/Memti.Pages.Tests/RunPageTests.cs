using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Memti.Pages.Reports;

namespace Memti.Pages.Tests;

public sealed partial class RunPageTests
{
    private static readonly string Page = RunPage.Of(SampleReport.Of("dram", "memti"), "memti report x.yaml");

    [Fact]
    public void Equal_reports_give_equal_bytes() => RunPage.Of(SampleReport.Of("dram", "memti"), "memti report x.yaml").ShouldBe(Page);

    [Fact]
    public void A_page_allows_its_own_styles_and_scripts_and_nothing_else()
    {
        string policy = WebUtility.HtmlDecode(Policy().Match(Page).Groups[1].Value);
        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain($"style-src '{Hash(Style().Match(Page).Groups[1].Value)}'");
        policy.ShouldContain($"script-src '{Hash(Script().Match(Page).Groups[1].Value)}'");
    }

    [Fact]
    public void A_page_names_no_other_address() =>
        Address().Matches(Page).Select(static match => match.Value).Distinct()
            .ShouldBe(["http://www.w3.org", "https://github.com"], ignoreOrder: true); // the namespace of SVG, and the licence of uPlot

    [Fact]
    public void A_hostile_name_is_text()
    {
        string page = RunPage.Of(SampleReport.Of(SampleReport.Hostile, "memti"), "memti report x.yaml");
        page.ShouldNotContain("window.hacked=1</script>");
        page.ShouldNotContain("<img");
        Script().Matches(page).Count.ShouldBe(1);
    }

    [Fact]
    public void The_data_of_a_page_are_json()
    {
        string page = RunPage.Of(SampleReport.Of(SampleReport.Hostile, "memti"), "memti report x.yaml");
        using JsonDocument data = JsonDocument.Parse(Data().Match(page).Groups[1].Value);
        data.RootElement.GetProperty("designs")[0].GetString().ShouldBe(SampleReport.Hostile);
    }

    [Fact]
    public void Each_number_has_its_source_on_the_page() =>
        SampleReport.Of("dram").Numbers.ShouldAllBe(static number => Page.Contains(number.Source));

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("https?://[a-z0-9.]+")]
    private static partial Regex Address();
}
