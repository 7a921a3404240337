using Memti.Abstractions.Memories;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

/// <summary>One map says who holds what, and from where it is reloaded.</summary>
public sealed class PlacementMapTests
{
    private static readonly MemoryContents[] Placed = [
        MemoryContents.Shared, MemoryContents.TaskSpecific, MemoryContents.Activations, MemoryContents.Input
    ];

    private static readonly IReadOnlyList<MemorySpec> Memories = Samples.OnlyDesign(Samples.Whole).Memories;

    [Fact]
    public void Contents_that_no_memory_holds_lie_in_the_backing_store()
    {
        MemorySpec backing = Memory("backing", MemoryContents.AllTasks);
        MemorySpec rest = Memory("rest", MemoryContents.Activations);
        var map = new PlacementMap([backing, rest], hasShared: true, Never);
        map.Held(backing).ShouldBe(MemoryContents.AllTasks | MemoryContents.Shared | MemoryContents.Input);
        map.Held(rest).ShouldBe(MemoryContents.Activations);
        map.HolderOf(MemoryContents.TaskSpecific).ShouldBe(backing);
    }

    [Fact]
    public void A_network_without_shared_parameters_puts_none_into_the_backing_store()
    {
        MemorySpec backing = Memory("backing", MemoryContents.AllTasks | MemoryContents.Activations);
        new PlacementMap([backing], hasShared: false, Never).ContentsOf(backing)
            .ShouldBe(MemoryContents.AllTasks | MemoryContents.Activations | MemoryContents.Input);
    }

    [Theory]
    [InlineData(true, MemoryContents.Shared)]
    [InlineData(false, MemoryContents.None)]
    public void Shared_parameters_in_a_volatile_memory_have_a_copy_in_the_backing_store(bool isVolatile, MemoryContents copies)
    {
        MemorySpec backing = Memory("backing", MemoryContents.AllTasks);
        MemorySpec shared = Memory("shared", MemoryContents.Shared | MemoryContents.Activations);
        var map = new PlacementMap([shared, backing], hasShared: true, memory => memory == shared && isVolatile);
        (map.Copies(backing), map.Copies(shared)).ShouldBe((copies, MemoryContents.None));
        map.KeeperOf(MemoryContents.Shared).ShouldBe(isVolatile ? backing : shared);
        map.Held(backing).ShouldBe(MemoryContents.AllTasks | MemoryContents.Input);
    }

    [Theory]
    [InlineData(MemoryContents.TaskSpecific, 1, true, false)]
    [InlineData(MemoryContents.TaskSpecific, 3, false, true)]
    [InlineData(MemoryContents.TaskSpecific, null, false, true)]
    [InlineData(MemoryContents.TaskSpecific | MemoryContents.AllTasks, 1, false, true)]
    [InlineData(MemoryContents.AllTasks, 1, false, true)]
    [InlineData(MemoryContents.Shared, 1, false, false)]
    public void A_memory_has_the_sets_of_all_tasks_or_switches_between_them_or_has_none(
        MemoryContents holds, int? slots, bool isSwitched, bool hasAll)
    {
        MemorySpec memory = Memory("memory", holds) with { ResidentTasks = slots };
        var map = new PlacementMap([memory, Memory("backing", MemoryContents.AllTasks)], hasShared: true, Never);
        (map.IsSwitched(memory, tasks: 3), map.HasAllTasks(memory, tasks: 3)).ShouldBe((isSwitched, hasAll));
    }

    [Fact]
    public void Every_content_is_found_in_one_memory_and_kept_in_one_that_has_room_for_it() =>
        Prop.ForAll(Arb.From(Placements), static placement =>
        {
            var map = new PlacementMap(placement.Memories, placement.HasShared, memory => placement.Volatile.Contains(memory.Name));
            return Placed.Where(content => placement.HasShared || content != MemoryContents.Shared).All(content =>
                Holders(placement.Memories, map, content) is var holders
                && holders <= 1
                && (holders == 1 ? map.Held(map.HolderOf(content)).HasFlag(content) : content == MemoryContents.TaskSpecific)
                && (content != MemoryContents.Shared || map.ContentsOf(map.KeeperOf(content)).HasFlag(content)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_kept_survives_or_is_the_only_copy() =>
        Prop.ForAll(Arb.From(Placements), static placement =>
        {
            var map = new PlacementMap(placement.Memories, placement.HasShared, memory => placement.Volatile.Contains(memory.Name));
            MemorySpec keeper = map.KeeperOf(MemoryContents.Shared);
            return keeper == map.Backing || !placement.Volatile.Contains(keeper.Name);
        }).QuickCheckThrowOnFailure();

    private static readonly Gen<Placement> Placements =
        from count in Gen.Choose(1, 5)
        from homes in Gen.ArrayOf(Gen.Choose(-1, count - 1), Placed.Length)
        from backing in Gen.Choose(0, count - 1)
        from hasShared in Gen.Elements(true, false)
        from isVolatile in Gen.ArrayOf(Gen.Elements(true, false), count)
        select Place(count, homes, backing, hasShared, isVolatile);

    private static Placement Place(int count, int[] homes, int backing, bool hasShared, bool[] isVolatile)
    {
        MemoryContents[] holds = new MemoryContents[count];
        holds[backing] |= MemoryContents.AllTasks;
        // Exactly one memory holds them: a scenario without is refused.
        homes[Array.IndexOf(Placed, MemoryContents.Activations)] = count - 1;
        for (int content = 0; content < homes.Length; content++)
            if (homes[content] >= 0)
                holds[homes[content]] |= Placed[content];
        return new(
            [.. holds.Select(static (contents, memory) => Memory($"m{memory}", contents))],
            hasShared,
            [.. Enumerable.Range(0, count).Where(memory => isVolatile[memory]).Select(static memory => $"m{memory}")]);
    }

    private static int Holders(IReadOnlyList<MemorySpec> memories, PlacementMap map, MemoryContents content) =>
        memories.Count(memory => map.Held(memory).HasFlag(content));

    private static bool Never(MemorySpec memory) => false;

    private static MemorySpec Memory(string name, MemoryContents holds) => Memories[0] with { Name = name, Holds = holds };

    private sealed record Placement(IReadOnlyList<MemorySpec> Memories, bool HasShared, IReadOnlyList<string> Volatile);
}
