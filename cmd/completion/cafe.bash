# Completion of cafe for bash: hands the words to `cafe __complete`, which knows the commands and the notebook.

# The words up to the cursor as they were typed: bash cuts them at = and : too, and glues nothing back.
_cafe_words() {
  local rest=${COMP_LINE:0:COMP_POINT} i part
  _cafe_typed=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${COMP_WORDS[i]}
    if ((i > 0)) && [[ $rest != [[:blank:]]* ]]; then
      _cafe_typed[-1]+=${part}
    else
      rest=${rest#"${rest%%[![:blank:]]*}"}
      _cafe_typed+=("$part")
    fi
    rest=${rest#"$part"}
  done
}

_cafe() {
  local _cafe_typed=() words=() word value typed quote=
  _cafe_words
  for word in "${_cafe_typed[@]:1}"; do words+=("${word//[\"\'\\]/}"); done
  typed=${_cafe_typed[-1]}
  [[ $typed == [\"\']* ]] && quote=${typed:0:1}
  COMPREPLY=()
  while IFS=$'\t' read -r value _; do
    # Inside quotation marks a candidate stands as it is; outside, blanks and apostrophes are made safe.
    [[ $quote || $value != *[^[:alnum:]_.,:/=@%+-]* ]] || printf -v value '%q' "$value"
    COMPREPLY+=("$value")
  done < <("${COMP_WORDS[0]}" __complete -- "${words[@]}" 2>/dev/null)
  # bash replaces only what stands behind the last = or :.
  if [[ ! $quote && $typed == *[=:]* ]]; then
    local before=${typed%"${typed##*[=:]}"}
    COMPREPLY=("${COMPREPLY[@]#"$before"}")
  fi
  if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[/=:,] ]]; then compopt -o nospace 2>/dev/null; fi
}

complete -o nosort -F _cafe cafe
