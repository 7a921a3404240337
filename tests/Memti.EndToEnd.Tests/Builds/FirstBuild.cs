namespace Memti.EndToEnd.Tests.Builds;

/// <summary>A project that was built once, for tests of what a second build does.</summary>
public sealed class FirstBuild : IDisposable
{
    public FirstBuild() => Log = Node.Done("-v:d").Output;

    internal NodeProject Node { get; } = new();

    internal string Log { get; }

    public void Dispose() => Node.Dispose();
}
