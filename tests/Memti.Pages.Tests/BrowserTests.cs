using Deque.AxeCore.Playwright;
using Memti.Pages.Reports;
using Microsoft.Playwright;

namespace Memti.Pages.Tests;

/// <summary>Pages in Chromium. <c>MEMTI_SCREENSHOTS</c> names a folder for pictures of them.</summary>
public sealed class BrowserTests(Chromium browser) : IClassFixture<Chromium>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ChromiumTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(400, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public async Task A_page_is_accessible_and_as_wide_as_the_window(int width, ColorScheme scheme)
    {
        await using OpenPage open = await browser.OpenAsync(Written("all-dram", "all-sram", "memti"), width, scheme);
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        await PictureAsync(open.Page, $"run-{width}-{scheme}".ToLowerInvariant());
        (await open.Page.RunAxe()).Violations
            .Select(static violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(static node => node.Html))}")
            .ShouldBeEmpty();
        (await TooWideAsync(open.Page)).ShouldBeEmpty();
        open.Console.ShouldBeEmpty();
        open.Requests.Count.ShouldBe(1);
    }

    [ChromiumFact]
    public async Task A_hostile_name_runs_nothing_and_keeps_the_page_in_its_window()
    {
        string longName = new('x', 300);
        await using OpenPage open = await browser.OpenAsync(Written(SampleReport.Hostile, longName), 400);
        (await open.Page.EvaluateAsync<bool>("'hacked' in window")).ShouldBeFalse();
        (await TooWideAsync(open.Page)).ShouldBeEmpty();
        (await open.Page.Locator("h1").TextContentAsync()).ShouldBe(SampleReport.Hostile);
        open.Console.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_design_that_is_not_wanted_leaves_tables_and_charts_and_the_rest_fills_them()
    {
        await using OpenPage open = await browser.OpenAsync(Written("all-dram", "all-sram", "memti"), 1280);
        ILocator bars = open.Page.Locator("#chart-energy .w520 g[data-name=memti] rect");
        float before = (await bars.First.BoundingBoxAsync())!.Width;
        await open.Page.GetByRole(AriaRole.Checkbox, new() { Name = "all-dram", Exact = true }).UncheckAsync();
        (await open.Page.Locator("td[data-design=all-dram]").First.IsVisibleAsync()).ShouldBeFalse();
        (await open.Page.Locator("#chart-energy .w520 g[data-name=all-dram]").IsVisibleAsync()).ShouldBeFalse();
        (await bars.First.BoundingBoxAsync())!.Width.ShouldBeGreaterThan(before * 2);
    }

    [ChromiumFact]
    public async Task The_last_design_stays()
    {
        await using OpenPage open = await browser.OpenAsync(Written("all-dram", "memti"), 1280);
        await open.Page.Locator("input[name=design]").Nth(0).UncheckAsync();
        await open.Page.Locator("input[name=design]").Nth(1).ClickAsync();
        (await open.Page.Locator("input[name=design]").Nth(1).IsCheckedAsync()).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task The_timeline_zooms_with_the_keyboard()
    {
        await using OpenPage open = await browser.OpenAsync(Written("all-dram", "memti"), 1280);
        ILocator active = open.Page.Locator("#timeline-lanes rect.st-active").First;
        float before = (await active.BoundingBoxAsync())!.Width;
        await open.Page.Locator("#timeline-view").FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        await open.Page.Keyboard.PressAsync("+");
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        (await active.BoundingBoxAsync())!.Width.ShouldBeInRange(before * 1.9f, before * 2.1f);
        await open.Page.Keyboard.PressAsync("0");
        (await active.BoundingBoxAsync())!.Width.ShouldBe(before, 0.5f);
    }

    [ChromiumFact]
    public async Task What_is_behind_a_figure_opens_with_the_keyboard()
    {
        await using OpenPage open = await browser.OpenAsync(Written("all-dram", "memti"), 1280);
        await open.Page.Locator(".figures summary").First.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        (await open.Page.Locator(".figures .behind").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task A_number_is_found_by_its_words()
    {
        await using OpenPage open = await browser.OpenAsync(Written("all-dram", "memti"), 1280);
        await open.Page.Locator("#find").FillAsync("weight published");
        (await open.Page.Locator("#numbers tbody tr:visible").CountAsync()).ShouldBe(1);
    }

    /// <summary>What makes a page wider than its window; empty where nothing does.</summary>
    private static Task<string[]> TooWideAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 12).map(part => `${part.tagName}.${part.className} in ${part.parentElement.tagName}.${part.parentElement.className}`)
        """);

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MEMTI_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private string Written(params string[] names)
    {
        string file = _folder.Path("report.html");
        File.WriteAllText(file, RunPage.Of(SampleReport.Of(names), "memti report x.yaml -o report.html"));
        return file;
    }
}
