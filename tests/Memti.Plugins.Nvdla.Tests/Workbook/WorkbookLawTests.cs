using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

public sealed class WorkbookLawTests
{
    [Fact]
    public void More_multipliers_never_lower_the_rate() =>
        NeverSlower(
            static machine =>
                new WorkbookOptions { Array = machine.Array is null ? "none" : null }.WithMacs(machine, Math.Min(2048, machine.Macs * 2)));

    [Fact]
    public void A_larger_buffer_never_lowers_the_rate() =>
        NeverSlower(static machine => machine with { BufferKb = machine.BufferKb + 7 });

    [Fact]
    public void A_faster_primary_memory_never_lowers_the_rate() =>
        NeverSlower(static machine => machine with { DramGbps = machine.DramGbps * 1.01 });

    [Fact]
    public void A_faster_second_memory_never_lowers_the_rate() =>
        NeverSlower(
            static machine => machine with { SramReadGbps = machine.SramReadGbps * 1.01, SramWriteGbps = machine.SramWriteGbps * 1.3 });

    [Fact]
    public void A_larger_second_memory_never_lowers_the_rate() =>
        NeverSlower(static machine => machine with { SramKb = machine.SramKb + 300 });

    [Fact]
    public void The_primary_memory_never_moves_less_than_each_operand_once() =>
        ForAll(static question => question.Plan.All(static layer => layer.Time.DramKb >= layer.Time.SinglePassKb));

    [Fact]
    public void All_memories_together_never_move_less_than_each_operand_once() =>
        ForAll(
            static question =>
                question.Plan
                    .Zip(question.Network.Layers)
                    .All(pair => Moved(pair.First.Time) >= Once(question, pair.First.Operands) * (1 - 1e-12)));

    [Fact]
    public void The_total_is_the_sum_of_the_plan() =>
        ForAll(
            static question =>
                !double.IsFinite(question.Cycles) || question.Cycles == question.Plan.Sum(static layer => layer.Time.MaxCycles));

    [Fact]
    public void A_layer_takes_the_time_of_its_bottleneck() =>
        ForAll(static question => question.Plan.All(static layer => layer.Time.MaxCycles == CyclesOf(layer.Time)));

    [Fact]
    public void Memory_cycles_are_whole() =>
        ForAll(static question => question.Plan.All(static layer =>
            double.IsInteger(layer.Time.DramCycles)
                && double.IsInteger(layer.Time.SramReadCycles)
                && double.IsInteger(layer.Time.SramWriteCycles)));

    [Fact]
    public void Most_random_networks_fit_their_machine() =>
        WorkbookGenerators.Cases.Sample(400).Count(static question => double.IsFinite(question.Cycles)).ShouldBeGreaterThan(200);

    private static void NeverSlower(Func<Machine, Machine> improve) =>
        ForAll(question => (question with { Machine = improve(question.Machine) }).Cycles <= question.Cycles);

    private static void ForAll(Func<WorkbookCase, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(WorkbookGenerators.Cases), law));

    private static double Moved(LayerTime time) => time.DramKb + time.SramReadKb + time.SramWriteKb;

    /// <summary>Weights shared by as many frames as the rules ever let share them.</summary>
    private static double Once(WorkbookCase question, Operands operands) =>
        (question.Organisation == MachineOrganisation.DramOnly ? operands.WeightKb / question.Rules.FcBatch : 0)
            + operands.InputKb
            + operands.OutputKb;

    private static double CyclesOf(LayerTime time) => time.Bottleneck switch
    {
        "MAC" => time.MacCycles,
        "DRAM" => time.DramCycles,
        "CVSRAM-R" => time.SramReadCycles,
        _ => time.SramWriteCycles,
    };
}
