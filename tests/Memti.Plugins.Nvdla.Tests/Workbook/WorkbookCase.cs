using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>One question to the workbook's model.</summary>
internal sealed record WorkbookCase(Network Network, MachineOrganisation Organisation, Machine Machine, WorkbookRules Rules)
{
    public WorkbookModel Model => new(Network, Organisation, Machine, Rules);

    /// <summary>Cycles of the network; without end where a layer does not fit the buffer.</summary>
    public double Cycles
    {
        get
        {
            try
            {
                return Model.TotalCycles();
            }
            catch (MemtiException error) when (error.Diagnostic.Code == DiagnosticCode.UnsupportedLayer)
            {
                return double.PositiveInfinity;
            }
        }
    }

    /// <summary>The plan; empty where a layer does not fit the buffer.</summary>
    public IReadOnlyList<(Operands Operands, LayerTime Time)> Plan => double.IsFinite(Cycles) ? Model.Plan() : [];
}
