using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Units;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(BadMemoriesPlugin), "test.bad-memories")]

namespace Memti.TestPlugins;

/// <summary>Registers as it should, and breaks when it is used.</summary>
public sealed class BadMemoriesPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<object>("not-a-number", static _ => new BadMemory(static () => double.NaN));
        registry.AddMemory<object>(
            "throws-in-size", static _ => new BadMemory(static () => throw new InvalidOperationException("the table ends here")));
        registry.AddMemory<object>("gives-null", static _ => new NullMemory(null));
        registry.AddMemory<object>("gives-null-inside", static _ => new NullMemory(new MemoryFigures
        {
            Capacity = default,
            Volatile = true,
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(1),
            Organisation = null!,
        }));
        registry.AddMemory<object>("hangs-in-size", static _ => new BadMemory(static () =>
        {
            Thread.Sleep(Timeout.Infinite);
            return 1;
        }));
    }
}
