namespace Memti.Architecture.Tests;

/// <summary>An assembly of the product.</summary>
/// <param name="Name">Name of the assembly.</param>
/// <param name="Folder">Folder of its sources.</param>
/// <param name="References">The product assemblies that it references: all of them, and no other.</param>
internal sealed record Product(string Name, string Folder, params string[] References)
{
    public static IReadOnlyList<Product> All { get; } =
    [
        new("Memti.Abstractions", "host/Memti.Abstractions"),
        new("Memti.Charts", "host/Memti.Charts"),
        new("Memti.Documents", "host/Memti.Documents", "Memti.Abstractions"),
        new("Memti.Arrays", "host/Memti.Arrays", "Memti.Abstractions", "Memti.Documents"),
        new("Memti.Networks", "host/Memti.Networks", "Memti.Abstractions", "Memti.Documents"),
        new("Memti.Scenarios", "host/Memti.Scenarios", "Memti.Abstractions", "Memti.Documents"),
        new("Memti.Simulation", "host/Memti.Simulation", "Memti.Abstractions"),
        new("Memti.WeightImages", "host/Memti.WeightImages", "Memti.Abstractions", "Memti.Arrays", "Memti.Documents"),
        new("Memti.Plugins", "host/Memti.Plugins", "Memti.Abstractions", "Memti.Arrays", "Memti.Documents", "Memti.Scenarios"),
        new(
            "Memti.Runs", "host/Memti.Runs",
            "Memti.Abstractions", "Memti.Arrays", "Memti.Charts", "Memti.Documents", "Memti.Networks",
            "Memti.Plugins", "Memti.Scenarios", "Memti.Simulation", "Memti.WeightImages"),
        new(
            "Memti.Training", "host/Memti.Training",
            "Memti.Abstractions", "Memti.Arrays", "Memti.Charts", "Memti.Documents", "Memti.Plugins", "Memti.Runs", "Memti.Scenarios",
            "Memti.WeightImages"),
        new(
            "Memti.Pages", "host/Memti.Pages",
            "Memti.Abstractions", "Memti.Charts", "Memti.Documents", "Memti.Runs", "Memti.WeightImages"),
        new("Memti.Build.Tasks", "build/Memti.Build.Tasks"),
        new("Memti.Tensors", "plugins/adapters/Memti.Tensors"),
        new("Memti.Trainers", "plugins/adapters/Memti.Trainers", "Memti.Abstractions", "Memti.Tensors"),
        new("Memti.Plugins.Adapters", "plugins/adapters", "Memti.Abstractions", "Memti.Tensors", "Memti.Trainers"),
        new("Memti.Plugins.Dram", "plugins/dram", "Memti.Abstractions"),
        new("Memti.Plugins.Flash", "plugins/flash", "Memti.Abstractions"),
        new("Memti.Plugins.ImcCluster", "plugins/imc-cluster", "Memti.Abstractions"),
        new("Memti.Plugins.Nvdla", "plugins/nvdla", "Memti.Abstractions"),
        new("Memti.Plugins.RiscV", "plugins/riscv", "Memti.Abstractions"),
        new("Memti.Plugins.Rram", "plugins/rram", "Memti.Abstractions"),
        new("Memti.Plugins.Sram", "plugins/sram", "Memti.Abstractions"),
        new("Memti.Plugins.Supplies", "plugins/supplies", "Memti.Abstractions"),
    ];
}
