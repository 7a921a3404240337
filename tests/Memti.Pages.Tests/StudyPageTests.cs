using Deque.AxeCore.Playwright;
using Memti.Pages.Studies;
using Memti.Runs.Sweeps.Results;
using Memti.Runs.Tests.Sweeps;
using Microsoft.Playwright;

namespace Memti.Pages.Tests;

/// <summary>The page of a study: its bytes, and in Chromium what a reader does with it.</summary>
public sealed class StudyPageTests(Chromium browser) : IClassFixture<Chromium>, IDisposable
{
    private static readonly SweepResult Result = SampleResults.Of(
        ["a", "<img src=x onerror=hacked=1>"],
        new StudyChart { Name = "lines", Kind = StudyChartKind.Lines, X = "fps", Y = "energy_per_frame_mj" },
        new StudyChart { Name = "front", Kind = StudyChartKind.Front, X = "area", Y = "energy_per_frame_mj", By = "cell" },
        new StudyChart { Name = "bars", Kind = StudyChartKind.Bars, X = "cell", Y = "area" });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Equal_results_give_equal_bytes() => Page().ShouldBe(Page());

    [Fact]
    public void A_value_of_an_axis_is_text() => Page().ShouldNotContain("<img");

    [ChromiumTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(400, ColorScheme.Light)]
    public async Task A_page_is_accessible_and_as_wide_as_the_window(int width, ColorScheme scheme)
    {
        await using OpenPage open = await OpenAsync(width, scheme);
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        if (Environment.GetEnvironmentVariable("MEMTI_SCREENSHOTS") is { Length: > 0 } folder)
            await open.Page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"study-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
        (await open.Page.RunAxe()).Violations
            .Select(static violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(static node => node.Html))}")
            .ShouldBeEmpty();
        (await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        open.Console.ShouldBeEmpty();
        open.Requests.Count.ShouldBe(1);
    }

    [ChromiumFact]
    public async Task A_filter_leaves_the_rows_that_pass()
    {
        await using OpenPage open = await OpenAsync(1280);
        (await Counted(open, "Rows 1 to 12 of 12")).ShouldBeTrue();
        await open.Page.Locator("input[data-range=fps][data-end=from]").FillAsync("5");
        (await Counted(open, "Rows 1 to 8 of 8")).ShouldBeTrue();
        await open.Page.Locator("#only-front").CheckAsync();
        (await Counted(open, "Rows 1 to 2 of 2")).ShouldBeTrue();
        await open.Page.Locator("input[name=design]").Nth(1).UncheckAsync();
        (await Counted(open, "No row passes the filter.")).ShouldBeTrue();
        await open.Page.Locator("#study-clear").ClickAsync();
        (await Counted(open, "Rows 1 to 6 of 6")).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task Two_points_are_compared_field_by_field()
    {
        await using OpenPage open = await OpenAsync(1280);
        await open.Page.Locator("#study-rows input[type=checkbox]").Nth(0).CheckAsync();
        await open.Page.Locator("#study-rows input[type=checkbox]").Nth(4).CheckAsync();
        string text = await open.Page.Locator("#study-compare").InnerTextAsync();
        text.ShouldContain("energy per frame, mJ");
        text.ShouldContain("-90 %");
    }

    [ChromiumFact]
    public async Task Charts_of_lines_and_fronts_can_be_zoomed()
    {
        await using OpenPage open = await OpenAsync(1280);
        await open.Page.Locator("#plot-0 canvas").WaitForAsync();
        (await open.Page.Locator(".plot canvas").CountAsync()).ShouldBe(2);
        (await open.Page.Locator("#chart-0 .w520").IsVisibleAsync()).ShouldBeFalse();
        (await open.Page.Locator("#chart-2 .w520").IsVisibleAsync()).ShouldBeTrue();
    }

    private static async Task<bool> Counted(OpenPage open, string text)
    {
        await open.Page.Locator("#study-count", new() { HasText = text }).WaitForAsync();
        return true;
    }

    private static string Page() => StudyPage.Of(Result, "memti report out");

    private Task<OpenPage> OpenAsync(int width, ColorScheme scheme = ColorScheme.Light)
    {
        string file = _folder.Path("study.html");
        File.WriteAllText(file, Page());
        return browser.OpenAsync(file, width, scheme);
    }
}
