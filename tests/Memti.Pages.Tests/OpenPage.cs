using Microsoft.Playwright;

namespace Memti.Pages.Tests;

/// <summary>A page in a browser.</summary>
public sealed class OpenPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    public List<string> Console { get; } = [];

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
