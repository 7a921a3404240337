using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>Converts a bank of the search into figures with their breakdown.</summary>
internal static class BankReport
{
    private const int BitsPerByte = 8;

    /// <summary>Computes the figures of a bank.</summary>
    public static SolvedBank Of(Process process, ProfileRules rules, BankRequest request, in Bank bank)
    {
        Mat mat = bank.Mat;
        Subarray subarray = mat.Subarray;
        SubarrayTiming timing = mat.Timing;
        Extent extent = bank.Extent;
        BankMetrics metrics = BankMetrics.Of(process, bank.Grid, MatFigures.Of(mat));
        if (request.Routing == Routing.SharedSense && SharedSense.Of(process, rules, request, bank.Grid, MatFigures.Of(mat)) is { } shared)
        {
            metrics = shared.Around(metrics, extent.Width);
            extent = extent with { Height = extent.Height + shared.Height };
        }

        double way = bank.Grid.Wires.Delay(process.GlobalWire, mat.Extent);
        double wires = bank.Grid.Wires.Energy(process.GlobalWire, process.Supply, mat.Extent);
        int active = bank.Grid.Active;
        int mats = bank.Grid.Mats;
        double precharge = subarray.Precharger.Delay(subarray.Bitline.FaradsPerMetre, subarray.Bitline.OhmsPerMetre, mat.RowRamp);
        double cells = subarray.CellLeakage * mat.Subarrays.Rows * mat.Subarrays.Columns * mats;
        double bytes = (double)request.WordCells / BitsPerByte;
        return new SolvedBank
        {
            Organisation = bank.Describe(),
            SubarrayRows = subarray.Shape.Rows,
            SubarrayColumns = subarray.Shape.Columns,
            Cells = request.Cells,
            WordCells = request.WordCells,
            Height = extent.Height,
            Width = extent.Width,
            AreaEfficiency = request.Cell.AreaF2 * process.F * process.F * request.Cells / extent.Area,
            ReadLatency = metrics.Read,
            WriteLatency = metrics.Write,
            SetLatency = mat.PredecoderDelay + timing.Set + way,
            ResetLatency = mat.PredecoderDelay + timing.Reset + way,
            ReadEnergy = metrics.ReadEnergy,
            WriteEnergy = metrics.WriteEnergy,
            SetEnergy = (mat.Energy.Set * active) + wires,
            ResetEnergy = (mat.Energy.Reset * active) + wires,
            DriveLatency = mat.PredecoderDelay + Math.Max(timing.RowDecoder, timing.ColumnDecoder + timing.Charge) + way,
            DriveEnergy = (mat.Energy.Drive * active) + wires,
            Leakage = metrics.Leakage,
            CellLeakage = cells,
            Standby = StandbyModel.Of(process, request, bank, metrics, cells),
            // NVSim's rule: a read without its row decoder, plus a precharge. One access at a time, wires not counted.
            ReadBandwidth = bytes * request.BitsPerCell / (timing.Read - timing.RowDecoder + precharge),
            WriteBandwidth = bytes / timing.Write,
            HTreeLatency = metrics.Read - mat.Read,
            MatLatency = mat.Read,
            PredecoderLatency = mat.PredecoderDelay,
            RowDecoderLatency = timing.RowDecoder,
            BitlineLatency = timing.Bitline,
            SenseLatency = timing.Sense,
            MuxLatency = timing.Multiplexers,
            HTreeEnergy = metrics.ReadEnergy - (mat.Energy.Read * active),
            MatReadEnergy = mat.Energy.Read,
        };
    }
}
