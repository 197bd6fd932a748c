package reflect

const intResultRegs = 6
