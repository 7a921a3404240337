using Memti.Abstractions.Plugins;

namespace Memti.Runs.Tests.Machines;

/// <summary>Offers the parts of these tests.</summary>
internal sealed class TestParts : IMemtiPlugin
{
    internal const string Id = "test.parts";

    public void Register(IPluginRegistry registry)
    {
        registry.AddMemory<PlainOptions>("plain", static options => new PlainMemory(options));
        registry.AddProcessor<FaultyOptions>("faulty", static options => new FaultyProcessor(options.Fault));
        registry.AddAccelerator<object>("undriven", static _ => new UndrivenAccelerator());
    }
}
