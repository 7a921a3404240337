using Memti.Abstractions.Models;
using Memti.Plugins.Adapters.Backbones;

namespace Memti.Plugins.Adapters.Tests;

internal static class Networks
{
    internal static ResNet26 AModel(AdapterForm form = AdapterForm.Parallel, double width = 1, int px = 64, params string[] tasks) =>
        new(new ResNet26Options { Adapters = form, Width = width, InputPx = px }, [.. tasks.Select(static task => new TaskRequest(task))]);

    internal static Network ANetwork(AdapterForm form = AdapterForm.Parallel, int px = 64) => AModel(form, 1, px, "cifar100").Build(0);

    internal static long Group(this TaskDescription task, string name) => task.TaskParameters.Single(group => group.Name == name).Count;

    internal static long Macs(this Network network, string part) =>
        network.Layers.Where(layer => layer.Name.Contains(part, StringComparison.Ordinal)).Sum(static layer => layer.MultiplyAccumulates);
}
