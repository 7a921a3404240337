using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Faults;
using Memti.Training.Plans;

namespace Memti.Training.Tests;

public sealed class WeightFaultsTests
{
    private static readonly StoredTensor First = new("first", ParameterPart.Shared, [50, 40], 8);
    private static readonly StoredTensor Second = new("second", ParameterPart.Shared, [3000], 8);
    private static readonly StoredTensor Head = new("head", ParameterPart.Task, [2000], 8);

    private static readonly FaultMap Chip = FaultMap.OfChip(5, 11);

    private static FaultyRegion Region => new MemoryRegions(Bench.Catalog).Of(Bench.Rram("bits_per_cell=3", "value_cells=3+3+2"))!;

    [Fact]
    public void Values_of_a_region_are_numbered_on_from_tensor_to_tensor()
    {
        var trainer = new FakeTrainer(First, Second);
        ushort[] all = [.. FakeTrainer.Codes(First), .. FakeTrainer.Codes(Second)];
        long misread = Region.Of(8).Corrupt(all.AsSpan(), FaultSeed.Named(5, "shared/faults").Trial(11));

        long found = new WeightFaults(trainer.Guarded, Region, null).OverrideCodes(ParameterPart.All, Chip);

        found.ShouldBe(misread);
        misread.ShouldBeGreaterThan(0);
        trainer.Substituted.SelectMany(static tensor => tensor.Codes).ShouldBe(all);
    }

    [Fact]
    public void The_region_of_the_task_has_faults_of_its_own()
    {
        var trainer = new FakeTrainer(Head);
        ushort[] codes = FakeTrainer.Codes(Head);
        Region.Of(8).Corrupt(codes.AsSpan(), FaultSeed.Named(5, "task/faults").Trial(11));

        new WeightFaults(trainer.Guarded, null, Region).OverrideCodes(ParameterPart.Task, Chip);

        trainer.Substituted.ShouldHaveSingleItem().Codes.ShouldBe(codes);
    }

    [Fact]
    public void Zeros_of_a_pruned_tensor_take_no_cells_and_stay()
    {
        var trainer = new FakeTrainer(First with { Pruned = true });
        ushort[] stored = [.. FakeTrainer.Codes(First).Where(static code => code != 0)];
        Region.Of(8).Corrupt(stored.AsSpan(), FaultSeed.Named(5, "shared/faults").Trial(11));

        new WeightFaults(trainer.Guarded, Region, null).OverrideCodes(ParameterPart.Shared, Chip);

        ushort[] read = trainer.Substituted.ShouldHaveSingleItem().Codes;
        int[] places = [.. FakeTrainer.Codes(First)
            .Select(static (code, index) => (code, index))
            .Where(static pair => pair.code != 0)
            .Select(static pair => pair.index)];
        places.Select(place => read[place]).ShouldBe(stored);
        read.Where((_, index) => !places.Contains(index)).ShouldAllBe(static code => code == 0);
    }

    [Fact]
    public void Tensors_of_another_width_begin_beyond_the_cells_before()
    {
        FaultyRegion region = new MemoryRegions(Bench.Catalog).Of(Bench.Rram("bits_per_cell=3"))!;
        StoredTensor wide = new("wide", ParameterPart.Shared, [1000], 16);
        var trainer = new FakeTrainer(First, wide);
        ushort[] codes = FakeTrainer.Codes(wide);
        // 2000 values of 3 cells end before value 1000 of 6 cells.
        region.Of(16).Corrupt(codes.AsSpan(), Chip.Shared, 1000);

        new WeightFaults(trainer.Guarded, region, null).OverrideCodes(ParameterPart.Shared, Chip);

        trainer.Substituted[1].Codes.ShouldBe(codes);
    }

    [Fact]
    public void A_safe_memory_gives_what_was_stored()
    {
        var trainer = new FakeTrainer(First, Head);

        new WeightFaults(trainer.Guarded, null, null).OverrideCodes(ParameterPart.All, Chip).ShouldBe(0);

        trainer.Substituted.Select(static tensor => tensor.Codes).ShouldBe([FakeTrainer.Codes(First), FakeTrainer.Codes(Head)]);
    }

    [Fact]
    public void A_memory_without_faults_is_safe() =>
        new MemoryRegions(Bench.Catalog).Of(Bench.Bind(PluginContract.Memory, "sram", [])).ShouldBeNull();

    [Fact]
    public void Trials_where_no_memory_has_faults_are_refused()
    {
        var plan = new EvaluationPlan(Bench.Network, new WeightStorage { Shared = Bench.Bind(PluginContract.Memory, "sram", []) }, [0, 1]);

        Diagnostic finding = Should.Throw<MemtiException>(() => plan.Run(Bench.Catalog, null, CancellationToken.None)).Diagnostic;

        (finding.Code, finding.Value).ShouldBe((TrainingCodes.NoFaults, "sram"));
    }

    [Fact]
    public void Cells_with_no_levels_are_refused() =>
        Should.Throw<MemtiException>(() => new MemoryRegions(Bench.Catalog).Of(Bench.Rram("bits_per_cell=4"))!.Of(8)).Diagnostic.Code
            .ShouldBe(DiagnosticCode.NoLevelStatistics);

    [Fact]
    public void Sign_and_integer_bits_in_a_cell_of_their_own_are_read_with_fewer_errors()
    {
        double nonUniform = Rms("value_cells=2+3+3");

        Rms("bits_per_cell=3").ShouldBe(nonUniform);
        nonUniform.ShouldBeLessThan(Rms("value_cells=3+3+2"));
    }

    private static double Rms(params string[] options) =>
        new MemoryRegions(Bench.Catalog).Of(Bench.Rram(["bits_per_cell=3", .. options]))!.Of(8).Rates.RootMeanSquareError;
}
