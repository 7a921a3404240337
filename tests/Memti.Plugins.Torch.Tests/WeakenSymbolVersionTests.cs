using Memti.Plugins.Torch.Packaging;

namespace Memti.Plugins.Torch.Tests;

/// <summary>The wrapper of libtorch as the build places it.</summary>
public sealed class WeakenSymbolVersionTests
{
    private const string Version = "GLIBCXX_3.4.32";

    [Fact]
    public void A_version_is_marked_weak_by_one_bit()
    {
        if (!OperatingSystem.IsLinux())
            return;
        byte[] placed = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so")), again = [.. placed];
        WeakenSymbolVersion.Weaken(again, Version).ShouldBe(1);
        again.ShouldBe(placed); // it was weak already
        WeakenSymbolVersion.Weaken(again, "GLIBCXX_9.9").ShouldBe(0);
        WeakenSymbolVersion.Weaken(again, "GLIBCXX_3.4.30").ShouldBe(1);
        again.Zip(placed).Count(static pair => pair.First != pair.Second).ShouldBe(1);
    }

    [Fact]
    public void What_is_no_library_is_refused()
    {
        Should.Throw<InvalidDataException>(() => WeakenSymbolVersion.Weaken([1, 2, 3], Version));
        Should.Throw<InvalidDataException>(() => WeakenSymbolVersion.Weaken(new byte[100], Version));
    }

    [Fact]
    public void A_damaged_library_ends_in_a_finding_and_not_in_a_walk_without_end()
    {
        if (!OperatingSystem.IsLinux())
            return;
        byte[] whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so"));
        Random random = new(3);
        for (int trial = 0; trial < 50; trial++)
        {
            byte[] damaged = [.. whole];
            int sections = (int)BitConverter.ToInt64(whole, 40);
            for (int hit = 0; hit < 20; hit++)
                damaged[random.Next(sections, whole.Length)] = (byte)random.Next(256);
            try
            {
                WeakenSymbolVersion.Weaken(damaged, Version);
            }
            catch (InvalidDataException)
            {
            }
        }
    }
}
