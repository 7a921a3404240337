using Microsoft.Playwright;

namespace Memti.Pages.Tests;

/// <summary>One browser for the tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? WhyWithout => Program is null ? "Chromium is not installed: apt-get install chromium" : null;

    private static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(static folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") })
        .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    /// <summary>Opens a page from a file, with what it says to the console and what it asks the network for.</summary>
    public async Task<OpenPage> OpenAsync(string file, int width, ColorScheme scheme = ColorScheme.Light)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        var open = new OpenPage(context, page);
        page.Console += (_, message) => open.Console.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => open.Console.Add(error);
        page.Request += (_, request) => open.Requests.Add(request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return open;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
