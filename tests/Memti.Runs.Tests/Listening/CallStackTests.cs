using Memti.Runs.Listening;
using Memti.Simulation.Executables;

namespace Memti.Runs.Tests.Listening;

public sealed class CallStackTests
{
    private readonly CallStack _stack = new(new SymbolTable([new("main", 0x100, 0x40), new("f", 0x200, 0x40), new("g", 0x300, 0x40)]));

    [Fact]
    public void A_call_enters_and_a_return_leaves()
    {
        _stack.Start(0x100);
        _stack.Call(0x200, 0x104);
        _stack.Call(0x300, 0x204);

        Names().ShouldBe("main f g");
        _stack.Return(0x204).ShouldBe(2);
        Names().ShouldBe("main f");
    }

    [Fact]
    public void A_return_over_several_functions_leaves_them_all()
    {
        _stack.Start(0x100);
        _stack.Call(0x200, 0x104);
        _stack.Call(0x300, 0x204);

        _stack.Return(0x104).ShouldBe(1);

        Names().ShouldBe("main");
    }

    [Fact]
    public void A_trap_handler_returns_behind_the_instruction_that_trapped()
    {
        _stack.Start(0x100);
        _stack.Call(0x200, 0x104);
        _stack.Call(0x300, 0x208);

        _stack.Return(0x20c).ShouldBe(2);

        Names().ShouldBe("main f");
    }

    [Fact]
    public void A_return_into_nowhere_known_starts_anew()
    {
        _stack.Start(0x100);
        _stack.Call(0x200, 0x104);

        _stack.Return(0x304).ShouldBe(0);

        Names().ShouldBe("g");
    }

    [Fact]
    public void A_function_without_a_name_has_its_address()
    {
        _stack.Start(0x8000_0000);

        Names().ShouldBe("0x80000000");
    }

    [Fact]
    public void Recursion_without_end_is_followed_to_a_depth_and_back()
    {
        _stack.Start(0x100);
        for (int call = 0; call < 1_000; call++)
            _stack.Call(0x200, 0x210);
        for (int call = 0; call < 1_000; call++)
            _stack.Return(0x210);

        Names().ShouldBe("main");
    }

    private string Names() => string.Join(' ', Enumerable.Range(0, _stack.Depth).Select(depth => _stack[depth]));
}
