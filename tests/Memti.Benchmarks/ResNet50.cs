using Memti.Abstractions.Models;
using Memti.Networks;
using Memti.Networks.Layers;

namespace Memti.Benchmarks;

/// <summary>The network as it ships.</summary>
internal static class ResNet50
{
    public static Network Network { get; } = Read();

    private static Network Read()
    {
        NetworkTable table = NetworkFile.Read(Path.Combine(AppContext.BaseDirectory, "networks", "resnet50.csv"));
        return new Network(table.Name, "", table.Layers) { SharedBits = 8, TaskBits = 8 };
    }
}
