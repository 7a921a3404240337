using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks;
using Memti.Networks.Layers;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>Plans of the workbook's model, read as a program reads them.</summary>
internal static class Plans
{
    /// <summary>A network that ships.</summary>
    internal static Network Shipped(string name) => Named(NetworkFile.Read(RepositoryFiles.Of("samples", "networks", name + ".csv")));

    internal static Network Named(NetworkTable table) => new(table.Name, "", table.Layers) { SharedBits = 8, TaskBits = 8 };

    internal static JsonElement Plan(PlanOptions options, Network network) =>
        JsonDocument.Parse(PlanStudy.Run(options, network).Document.ToJsonString()).RootElement;

    /// <summary>The plan of one layer by itself; its organisation's fields are in <c>dram_only</c> or <c>with_sram</c>.</summary>
    internal static JsonElement First(PlanOptions options, Layer layer) => Plan(options, Engines.ANetwork(layer)).GetProperty("layers")[0];

    /// <summary>The plan of a layer behind another, because the first one has rules of its own.</summary>
    internal static JsonElement Second(PlanOptions options, Layer layer) =>
        Plan(options, Engines.ANetwork(Engines.AConvolution(channels: 16, px: 4, kernels: 16, kernel: 1), layer)).GetProperty("layers")[1];

    internal static double Dram(this JsonElement layer, string field) => layer.GetProperty("dram_only").Number(field);

    internal static double Sram(this JsonElement layer, string field) => layer.GetProperty("with_sram").Number(field);

    internal static double Number(this JsonElement element, string field) => element.GetProperty(field).GetDouble();

    internal static Diagnostic Refusal(Func<object> act) => Should.Throw<MemtiException>(act).Diagnostic;
}
