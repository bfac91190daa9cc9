using Cifra.Tests.Architecture.UseSamples.Right;

// Types in two layers for the checker of uses: each in Left uses one in Right, in one way only.
namespace Cifra.Tests.Architecture.UseSamples.Right
{
    internal class Target
    {
        public static int Number { get; set; }

        public static T Echo<T>(T value) => value;
    }

    internal interface ITarget;

    internal sealed class TargetException : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class TargetAttribute : Attribute;
}

namespace Cifra.Tests.Architecture.UseSamples.Left
{
    internal sealed class InAField
    {
        public Target? Field { get; set; }
    }

    internal static class InASignature
    {
        public static bool Missing(Target? target) => target is null;
    }

    internal static class InABody
    {
        public static int Read() => Target.Number;
    }

    internal static class InALocal
    {
        // Read on both sides of a branch, so that the optimizing compiler keeps the local.
        public static bool Missing(int times)
        {
            Target? local = null;
            while (times-- > 0)
            {
                if (local is not null)
                {
                    return false;
                }
            }

            return local is null;
        }
    }

    internal static class InALambda
    {
        public static Func<int> Make(int added) => () => Target.Number + added;
    }

    internal static class InATypeof
    {
        public static string Name() => typeof(Target).Name;
    }

    internal static class InAGenericArgument
    {
        public static int Count() => new List<Dictionary<int, Target>>().Count;
    }

    internal static class InAnArray
    {
        public static int Count() => new Target[3].Length;
    }

    internal sealed class AsABase : Target;

    internal sealed class AsAnInterface : ITarget;

    internal sealed class AsAConstraint<T>
        where T : ITarget
    {
        public override string ToString() => typeof(T).Name;
    }

    [Target]
    internal sealed class AsAnAttribute;

    internal static class InACatch
    {
        public static int Try(Func<int> task)
        {
            try
            {
                return task();
            }
            catch (TargetException)
            {
                return 0;
            }
        }
    }

    internal static class InAnIterator
    {
        public static IEnumerable<int> Numbers()
        {
            yield return Target.Number;
        }
    }

    internal static class InAnAsyncMethod
    {
        public static async Task<int> Later()
        {
            await Task.Yield();
            return Target.Number;
        }
    }

    internal static class InANestedType
    {
        internal static class Inner
        {
            public static int Read() => Target.Number;
        }
    }

    internal static class InAGenericCall
    {
        public static int Same(int value) => Target.Echo(value);
    }

    internal static class InNoWay
    {
        public static int Zero() => 0;
    }
}
